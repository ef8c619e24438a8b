import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts and their keys, sites and integrations, structure with its settings and counts, and who did what. */
export class Initial1764000000000 implements MigrationInterface {
  readonly name = 'Initial1764000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE account (
        id uuid CONSTRAINT account_pkey PRIMARY KEY,
        name varchar(200) NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now()
      );

      CREATE TABLE app_user (
        id uuid CONSTRAINT app_user_pkey PRIMARY KEY,
        account_id uuid NOT NULL CONSTRAINT app_user_account_fkey REFERENCES account ON DELETE CASCADE,
        email varchar(254) NOT NULL CONSTRAINT app_user_email_key UNIQUE,
        password_hash text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX app_user_account_idx ON app_user (account_id);

      CREATE TABLE session (
        id uuid CONSTRAINT session_pkey PRIMARY KEY,
        user_id uuid NOT NULL CONSTRAINT session_user_fkey REFERENCES app_user ON DELETE CASCADE,
        token_hash bytea NOT NULL CONSTRAINT session_token_hash_key UNIQUE,
        created_at timestamptz NOT NULL DEFAULT now(),
        last_used_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL
      );
      CREATE INDEX session_user_idx ON session (user_id);
      CREATE INDEX session_expires_idx ON session (expires_at);

      CREATE TABLE api_key (
        id uuid CONSTRAINT api_key_pkey PRIMARY KEY,
        account_id uuid NOT NULL CONSTRAINT api_key_account_fkey REFERENCES account ON DELETE CASCADE,
        integration_id uuid,
        name varchar(200) NOT NULL,
        prefix varchar(20) NOT NULL,
        secret_hash bytea NOT NULL CONSTRAINT api_key_secret_hash_key UNIQUE,
        scopes text[] NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        last_used_at timestamptz,
        expires_at timestamptz,
        revoked_at timestamptz
      );
      CREATE INDEX api_key_account_idx ON api_key (account_id, id);
      CREATE INDEX api_key_integration_idx ON api_key (integration_id) WHERE integration_id IS NOT NULL;

      CREATE TABLE site (
        id uuid CONSTRAINT site_pkey PRIMARY KEY,
        account_id uuid NOT NULL CONSTRAINT site_account_fkey REFERENCES account ON DELETE CASCADE,
        name varchar(200) NOT NULL,
        home_url varchar(2048) NOT NULL,
        home_key varchar(2048) NOT NULL,
        is_active boolean NOT NULL DEFAULT true,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT site_home_key UNIQUE (account_id, home_key)
      );
      CREATE INDEX site_account_idx ON site (account_id, id);

      CREATE TABLE site_integration (
        id uuid CONSTRAINT site_integration_pkey PRIMARY KEY,
        account_id uuid NOT NULL CONSTRAINT site_integration_account_fkey REFERENCES account ON DELETE CASCADE,
        site_id uuid NOT NULL CONSTRAINT site_integration_site_fkey REFERENCES site ON DELETE CASCADE,
        platform text NOT NULL,
        status text NOT NULL DEFAULT 'not_connected',
        is_temporary boolean NOT NULL DEFAULT false,
        site_uuid uuid,
        home_url varchar(2048),
        rest_url varchar(2048),
        environment_type text,
        versions json,
        signing_secret bytea,
        previous_signing_secret bytea,
        previous_secret_expires_at timestamptz,
        config_json json,
        plugin_connection_enabled boolean NOT NULL DEFAULT true,
        two_way_sync_enabled boolean NOT NULL DEFAULT false,
        structure_hash bytea,
        structure_collected_at timestamptz,
        last_structure_fetch timestamptz,
        structure_refusal json,
        last_sync_at timestamptz,
        connected_at timestamptz,
        disconnected_at timestamptz,
        disconnected_by json,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT site_integration_site_platform_key UNIQUE (site_id, platform)
      ) WITH (fillfactor = 80);
      CREATE INDEX site_integration_account_idx ON site_integration (account_id, id);
      CREATE INDEX site_integration_temporary_idx ON site_integration (created_at) WHERE is_temporary;

      CREATE TABLE site_registration (
        api_key_id uuid CONSTRAINT site_registration_pkey PRIMARY KEY CONSTRAINT site_registration_key_fkey REFERENCES api_key ON DELETE CASCADE,
        integration_id uuid NOT NULL CONSTRAINT site_registration_integration_fkey REFERENCES site_integration ON DELETE CASCADE,
        attempt_id uuid NOT NULL,
        site_uuid uuid NOT NULL,
        home_url varchar(2048) NOT NULL,
        rest_url varchar(2048) NOT NULL,
        environment_type text NOT NULL,
        versions json NOT NULL,
        signing_secret bytea NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX site_registration_integration_idx ON site_registration (integration_id);

      CREATE TABLE content_type_setting (
        integration_id uuid NOT NULL CONSTRAINT content_type_setting_integration_fkey REFERENCES site_integration ON DELETE CASCADE,
        kind text NOT NULL,
        name varchar(32) NOT NULL,
        label varchar(200) NOT NULL,
        enabled boolean NOT NULL,
        fetch_limit integer,
        include_private boolean NOT NULL DEFAULT false,
        version integer NOT NULL DEFAULT 1,
        changed_by varchar(254),
        CONSTRAINT content_type_setting_pkey PRIMARY KEY (integration_id, kind, name)
      );

      CREATE TABLE content_count (
        integration_id uuid NOT NULL CONSTRAINT content_count_integration_fkey REFERENCES site_integration ON DELETE CASCADE,
        kind text NOT NULL,
        name varchar(32) NOT NULL,
        synced_count integer NOT NULL DEFAULT 0,
        CONSTRAINT content_count_pkey PRIMARY KEY (integration_id, kind, name)
      ) WITH (fillfactor = 80);

      CREATE TABLE structure_change (
        id uuid CONSTRAINT structure_change_pkey PRIMARY KEY,
        integration_id uuid NOT NULL CONSTRAINT structure_change_integration_fkey REFERENCES site_integration ON DELETE CASCADE,
        occurred_at timestamptz NOT NULL DEFAULT now(),
        actor json NOT NULL,
        added json NOT NULL,
        removed json NOT NULL,
        changed json NOT NULL
      );
      CREATE INDEX structure_change_integration_idx ON structure_change (integration_id, id);

      CREATE TABLE audit_event (
        id uuid CONSTRAINT audit_event_pkey PRIMARY KEY,
        account_id uuid NOT NULL CONSTRAINT audit_event_account_fkey REFERENCES account ON DELETE CASCADE,
        occurred_at timestamptz NOT NULL DEFAULT now(),
        actor json NOT NULL,
        action text NOT NULL,
        resource_id uuid,
        metadata json NOT NULL,
        address inet,
        request_id varchar(64)
      );
      CREATE INDEX audit_event_account_idx ON audit_event (account_id, id);
    `);
    // Who may do what is cached by every process for at most a second. One number says whether anything of it has changed;
    // it moves in the very transaction that changes it, as the last thing that the transaction does (a deferred trigger):
    // so it is locked for the length of a commit only, and never waited for while other rows are held.
    await runner.query(`
      CREATE TABLE access_version (id boolean CONSTRAINT access_version_pkey PRIMARY KEY DEFAULT true CONSTRAINT access_version_one_row CHECK (id), version bigint NOT NULL);
      INSERT INTO access_version (version) VALUES (1);

      CREATE FUNCTION access_changed() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        UPDATE access_version SET version = version + 1;
        RETURN NULL;
      END $$;

      CREATE CONSTRAINT TRIGGER api_key_changed AFTER UPDATE ON api_key DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
        WHEN ((OLD.scopes, OLD.expires_at, OLD.revoked_at) IS DISTINCT FROM (NEW.scopes, NEW.expires_at, NEW.revoked_at)) EXECUTE FUNCTION access_changed();
      CREATE CONSTRAINT TRIGGER api_key_deleted AFTER DELETE ON api_key DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION access_changed();
      CREATE CONSTRAINT TRIGGER session_deleted AFTER DELETE ON session DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION access_changed();
      CREATE CONSTRAINT TRIGGER site_changed AFTER UPDATE ON site DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
        WHEN (OLD.is_active IS DISTINCT FROM NEW.is_active) EXECUTE FUNCTION access_changed();
      CREATE CONSTRAINT TRIGGER site_integration_changed AFTER UPDATE ON site_integration DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
        WHEN ((OLD.status, OLD.site_uuid, OLD.home_url) IS DISTINCT FROM (NEW.status, NEW.site_uuid, NEW.home_url)) EXECUTE FUNCTION access_changed();
      CREATE CONSTRAINT TRIGGER site_integration_deleted AFTER DELETE ON site_integration DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION access_changed();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE audit_event, structure_change, content_count, content_type_setting, site_registration, site_integration,
        site, api_key, session, app_user, account, access_version;
      DROP FUNCTION access_changed();
    `);
  }
}
