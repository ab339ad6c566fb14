-- What PostgreSQL's image runs at its first start, after the roles.
create database claimwatch owner claimwatch_owner;
create database keycloak;
