-- A project's number counts up within its tenant: two tenants have a project 1041.
CREATE TABLE IF NOT EXISTS projects (
    tenant_id UUID   NOT NULL,
    id        BIGINT NOT NULL,
    name      TEXT   NOT NULL,
    budget    BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE TABLE IF NOT EXISTS members (
    tenant_id UUID   NOT NULL,
    id        BIGINT NOT NULL,
    name      TEXT   NOT NULL,
    email     TEXT   NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE TABLE IF NOT EXISTS hours (
    tenant_id  UUID   NOT NULL,
    project_id BIGINT NOT NULL,
    member_id  BIGINT NOT NULL,
    day        DATE   NOT NULL,
    minutes    BIGINT NOT NULL
);
CREATE TABLE IF NOT EXISTS plans (
    code  TEXT   PRIMARY KEY,
    cents BIGINT NOT NULL
);
