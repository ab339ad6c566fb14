-- What is fetched and not read yet, by the time that lists go by: few rows of a large table.
create index article_version_unread on article_version (told_at) where analysed_at is null;
