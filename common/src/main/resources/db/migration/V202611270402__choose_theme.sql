-- Light or dark as a person chose it; null follows the browser.
alter table account add column theme text check (theme in ('LIGHT', 'DARK'));
