-- An alert is told once, and read by people of several languages: what the interface itself says of it stands here in each.
-- English is in the columns that were there; those of before have no other.
alter table alert
  add column headline_de text, add column why_de text, add column headline_ar text, add column why_ar text;
