// Generated from openapi.yaml; do not edit. Make it anew with: npm run codegen

export interface paths {
  '/auth/login/': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Sign in
     * @description Opens a session for a person. Keep the token as you would a password; the plugin uses it for the few seconds of connecting and then ends it.
     */
    post: operations['login'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/logout/': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Sign out
     * @description Ends the session whose token was sent; the token is refused from then on. An API key is not a session: with one, nothing happens.
     */
    post: operations['logout'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/me/': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Who am I
     * @description Tells whose session or API key was sent and what it may do. The cheapest way to try a key.
     */
    get: operations['getMe'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/api-keys/': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List API keys
     * @description Newest first, revoked and expired ones included. A key itself is never shown again.
     */
    get: operations['listApiKeys'];
    put?: never;
    /**
     * Create an API key
     * @description Makes a key for the whole account. `api_key` in the answer is the key itself and is shown this once. A key can pass on only scopes that it has itself.
     */
    post: operations['createApiKey'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/api-keys/{id}/': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The id of the row. */
        id: components['parameters']['Id'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Revoke an API key
     * @description The key is refused everywhere within a second. Revoking it again changes nothing.
     */
    delete: operations['revokeApiKey'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/api-keys/{id}/rotate/': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The id of the row. */
        id: components['parameters']['Id'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Rotate an API key
     * @description Makes a new key with the same name, scopes and binding. The old one goes on working for `overlap_seconds`, so that whoever uses it has time to change over. A revoked or expired key cannot be rotated (`validation_failed`).
     */
    post: operations['rotateApiKey'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/sites/': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List sites
     * @description The sites of the account, newest first, each with its integration. `?url=` finds the one with that home URL (scheme, case, default port and final slash do not matter).
     */
    get: operations['listSites'];
    put?: never;
    /**
     * Add a site
     * @description `home_url` is what WordPress calls the Site Address. It is stored normalised (`example.com` becomes `https://example.com`) and is unique within the account.
     */
    post: operations['createSite'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/sites/{id}/': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The id of the row. */
        id: components['parameters']['Id'];
      };
      cookie?: never;
    };
    /**
     * Get a site
     * @description One site with its integration.
     */
    get: operations['getSite'];
    put?: never;
    post?: never;
    /**
     * Delete a site
     * @description Deletes the site, its integration and everything stored of it, and ends its keys. The WordPress site itself is not touched.
     */
    delete: operations['deleteSite'];
    options?: never;
    head?: never;
    /**
     * Change a site
     * @description Changes the fields that are sent. With `is_active` false IGNY8 accepts nothing from the site any more (`site_inactive`) until it is true again.
     */
    patch: operations['updateSite'];
    trace?: never;
  };
  '/integration/integrations/': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List integrations
     * @description The integrations of the account, newest first. Temporary ones are left out.
     */
    get: operations['listIntegrations'];
    put?: never;
    /**
     * Create an integration
     * @description A site has one integration per platform; asking for it again answers 200 with the one that is there. With `is_temporary` (the plugin's connect flow) a new one is not listed, becomes permanent with its first accepted structure push, and is gone after 24 h without one.
     */
    post: operations['createIntegration'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/integration/integrations/{id}/': {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description Who is calling, as told at connect. The plugin sends it with every call; another one answers `identity_conflict`.
         * @example 7d3f1c0e-5b1a-4c55-9e55-8a1c6f1d2b3a
         */
        'Igny8-Site-Uuid'?: components['parameters']['SiteUuid'];
        /**
         * @description The home URL of the caller, unfiltered. The plugin sends it with every call; another site's answers `identity_conflict`.
         * @example https://example.com
         */
        'Igny8-Home-Url'?: components['parameters']['HomeUrl'];
        /**
         * @description The address of the caller's WordPress files, unfiltered, where it differs from the home URL.
         * @example https://example.com/wordpress
         */
        'Igny8-Site-Url'?: components['parameters']['SiteUrl'];
      };
      path: {
        /** @description The id of the row. */
        id: components['parameters']['Id'];
      };
      cookie?: never;
    };
    /**
     * Get an integration
     * @description One integration, with `config_json`, its structure as it is kept.
     */
    get: operations['getIntegration'];
    put?: never;
    post?: never;
    /**
     * Delete an integration
     * @description Ends the connection and deletes everything stored of it. The site stays listed.
     */
    delete: operations['deleteIntegration'];
    options?: never;
    head?: never;
    /**
     * Change an integration
     * @description Changes where the site's REST API is called. `rest_url` must be on the host of the site's home URL. The switches are not changed here: their owner turns them in WordPress.
     */
    patch: operations['updateIntegration'];
    trace?: never;
  };
  '/integration/integrations/{id}/connect/': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The id of the row. */
        id: components['parameters']['Id'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Register a site
     * @description The plugin introduces itself and is given a key of its own, bound to this integration, and a signing secret; both are shown this once. When the answer was lost, ask again with the same `attempt_id`: a repeat makes new secrets. The first use of the new key makes it the only one: every other key and secret of this site ends then, and not before. `home_url` must be that of the site (`identity_conflict`).
     */
    post: operations['connectIntegration'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/integration/integrations/{id}/disconnect/': {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description Who is calling, as told at connect. The plugin sends it with every call; another one answers `identity_conflict`.
         * @example 7d3f1c0e-5b1a-4c55-9e55-8a1c6f1d2b3a
         */
        'Igny8-Site-Uuid'?: components['parameters']['SiteUuid'];
        /**
         * @description The home URL of the caller, unfiltered. The plugin sends it with every call; another site's answers `identity_conflict`.
         * @example https://example.com
         */
        'Igny8-Home-Url'?: components['parameters']['HomeUrl'];
        /**
         * @description The address of the caller's WordPress files, unfiltered, where it differs from the home URL.
         * @example https://example.com/wordpress
         */
        'Igny8-Site-Url'?: components['parameters']['SiteUrl'];
      };
      path: {
        /** @description The id of the row. */
        id: components['parameters']['Id'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * End the connection
     * @description Either side may end it. The site's keys and signing secret end at once; what is stored stays until the integration is deleted. Works for an inactive site too. Ending it again changes nothing.
     */
    post: operations['disconnectIntegration'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/integration/integrations/{id}/rotate-secret/': {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description Who is calling, as told at connect. The plugin sends it with every call; another one answers `identity_conflict`.
         * @example 7d3f1c0e-5b1a-4c55-9e55-8a1c6f1d2b3a
         */
        'Igny8-Site-Uuid'?: components['parameters']['SiteUuid'];
        /**
         * @description The home URL of the caller, unfiltered. The plugin sends it with every call; another site's answers `identity_conflict`.
         * @example https://example.com
         */
        'Igny8-Home-Url'?: components['parameters']['HomeUrl'];
        /**
         * @description The address of the caller's WordPress files, unfiltered, where it differs from the home URL.
         * @example https://example.com/wordpress
         */
        'Igny8-Site-Url'?: components['parameters']['SiteUrl'];
      };
      path: {
        /** @description The id of the row. */
        id: components['parameters']['Id'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Rotate the signing secret
     * @description Makes a new secret for the calls that IGNY8 signs. Until `previous_valid_until` calls carry a signature of the old one too. Only a connected site has a secret (`integration_disconnected`).
     */
    post: operations['rotateSigningSecret'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/integration/integrations/{id}/identity/': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The id of the row. */
        id: components['parameters']['Id'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Settle a moved or copied site
     * @description After `identity_conflict` somebody at the site says what it is. `moved`: from now on the integration belongs to the address that is sent; whatever still calls from the old one gets `identity_conflict`. `copy`: nothing changes for the original; the copy gives up this integration, takes a new `site_uuid` and connects as a site of its own.
     */
    post: operations['settleIdentity'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/integration/integrations/{id}/update-structure/': {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description Who is calling, as told at connect. The plugin sends it with every call; another one answers `identity_conflict`.
         * @example 7d3f1c0e-5b1a-4c55-9e55-8a1c6f1d2b3a
         */
        'Igny8-Site-Uuid'?: components['parameters']['SiteUuid'];
        /**
         * @description The home URL of the caller, unfiltered. The plugin sends it with every call; another site's answers `identity_conflict`.
         * @example https://example.com
         */
        'Igny8-Home-Url'?: components['parameters']['HomeUrl'];
        /**
         * @description The address of the caller's WordPress files, unfiltered, where it differs from the home URL.
         * @example https://example.com/wordpress
         */
        'Igny8-Site-Url'?: components['parameters']['SiteUrl'];
      };
      path: {
        /** @description The id of the row. */
        id: components['parameters']['Id'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Push the structure
     * @description The site says which post types and taxonomies it has, with counts. Replaces the stored structure as a whole: a type that is missing is removed from it, its settings and items stay. A push that was collected before the stored one changes nothing and says so (`outdated`); the same structure again only renews `last_structure_fetch` (`unchanged`). A kind that is not sent at all stays as it was, so a body with only the two switches is a valid push. At most 1 MiB.
     */
    post: operations['updateStructure'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/integration/integrations/{id}/content-types/': {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description Who is calling, as told at connect. The plugin sends it with every call; another one answers `identity_conflict`.
         * @example 7d3f1c0e-5b1a-4c55-9e55-8a1c6f1d2b3a
         */
        'Igny8-Site-Uuid'?: components['parameters']['SiteUuid'];
        /**
         * @description The home URL of the caller, unfiltered. The plugin sends it with every call; another site's answers `identity_conflict`.
         * @example https://example.com
         */
        'Igny8-Home-Url'?: components['parameters']['HomeUrl'];
        /**
         * @description The address of the caller's WordPress files, unfiltered, where it differs from the home URL.
         * @example https://example.com/wordpress
         */
        'Igny8-Site-Url'?: components['parameters']['SiteUrl'];
      };
      path: {
        /** @description The id of the row. */
        id: components['parameters']['Id'];
      };
      cookie?: never;
    };
    /**
     * Get the content types
     * @description The structure with the settings of each type and the number of items that are synced. A type that is not in the last structure is still listed, with `is_current` false. Send the `ETag` back in `If-None-Match` to be told cheaply that nothing has changed.
     */
    get: operations['getContentTypes'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/integration/integrations/{id}/content-types/{kind}/{name}/': {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description Who is calling, as told at connect. The plugin sends it with every call; another one answers `identity_conflict`.
         * @example 7d3f1c0e-5b1a-4c55-9e55-8a1c6f1d2b3a
         */
        'Igny8-Site-Uuid'?: components['parameters']['SiteUuid'];
        /**
         * @description The home URL of the caller, unfiltered. The plugin sends it with every call; another site's answers `identity_conflict`.
         * @example https://example.com
         */
        'Igny8-Home-Url'?: components['parameters']['HomeUrl'];
        /**
         * @description The address of the caller's WordPress files, unfiltered, where it differs from the home URL.
         * @example https://example.com/wordpress
         */
        'Igny8-Site-Url'?: components['parameters']['SiteUrl'];
      };
      path: {
        /** @description The id of the row. */
        id: components['parameters']['Id'];
        /** @description Post types or taxonomies. */
        kind: components['parameters']['Kind'];
        /**
         * @description The name of the post type or taxonomy, as WordPress registers it.
         * @example product
         */
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Change the settings of a content type
     * @description Changes the fields that are sent. `If-Match` is required (428) and names what you last saw: the type's own `etag`, or the `ETag` of the whole document, of which only the settings count. When somebody else has changed them since, nothing happens (412).
     */
    patch: operations['updateContentType'];
    trace?: never;
  };
  '/integration/integrations/{id}/structure-changes/': {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description Who is calling, as told at connect. The plugin sends it with every call; another one answers `identity_conflict`.
         * @example 7d3f1c0e-5b1a-4c55-9e55-8a1c6f1d2b3a
         */
        'Igny8-Site-Uuid'?: components['parameters']['SiteUuid'];
        /**
         * @description The home URL of the caller, unfiltered. The plugin sends it with every call; another site's answers `identity_conflict`.
         * @example https://example.com
         */
        'Igny8-Home-Url'?: components['parameters']['HomeUrl'];
        /**
         * @description The address of the caller's WordPress files, unfiltered, where it differs from the home URL.
         * @example https://example.com/wordpress
         */
        'Igny8-Site-Url'?: components['parameters']['SiteUrl'];
      };
      path: {
        /** @description The id of the row. */
        id: components['parameters']['Id'];
      };
      cookie?: never;
    };
    /**
     * List changes of the structure
     * @description What changed in the structure, when and through whom, newest first. A push that changed nothing leaves no line.
     */
    get: operations['listStructureChanges'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/audit-events/': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List what was done
     * @description Who did what, to what, when and from where, newest first. Nothing is ever removed from it.
     */
    get: operations['listAuditEvents'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/health/live': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Is the process alive
     * @description Answers as soon as the process accepts requests. Also over plain HTTP.
     */
    get: operations['getLiveness'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/health/ready': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Can it take requests
     * @description Ready means that the database answers and all migrations are applied. Also over plain HTTP.
     */
    get: operations['getReadiness'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    /**
     * Format: uuid
     * @description A UUID in lower case; ids made here are version 7.
     * @example 019aa5e2-7c3b-7d7e-9a41-0c5d8e7f6a21
     */
    Uuid: string;
    /**
     * Format: date-time
     * @description A time from the year 100 on, RFC 3339 in UTC, without leap seconds.
     * @example 2025-11-22T10:00:00Z
     */
    Timestamp: string;
    /**
     * @description What a key or session may do.
     * @enum {string}
     */
    Scope:
      | 'sites:read'
      | 'sites:write'
      | 'integrations:read'
      | 'integrations:write'
      | 'structure:read'
      | 'structure:write'
      | 'settings:write'
      | 'api_keys:read'
      | 'api_keys:write'
      | 'audit:read'
      | 'content:write'
      | 'changes:apply'
      | 'sync:poll';
    /**
     * @description The two kinds of content types.
     * @enum {string}
     */
    Kind: 'post_types' | 'taxonomies';
    /**
     * @description A post type's name, as WordPress registers it.
     * @example post
     */
    PostTypeName: string;
    /**
     * @description A taxonomy's name, as WordPress registers it. WordPress checks only its length.
     * @example category
     */
    TaxonomyName: string;
    /**
     * Format: int64
     * @description A number of items.
     * @example 123
     */
    Count: number;
    /**
     * @description What went wrong (RFC 9457).
     * @example {
     *       "type": "/docs/problems/not_found",
     *       "title": "Not found",
     *       "status": 404,
     *       "detail": "Your account has no such site.",
     *       "instance": "/sites/019aa5e2-7c3b-7d7e-9a41-0c5d8e7f6a21/",
     *       "code": "not_found",
     *       "request_id": "019aa5e2-7c3b-7d7e-9a41-0c5d8e7f6a21"
     *     }
     */
    Problem: {
      /**
       * Format: uri-reference
       * @description The page that explains this code.
       */
      type: string;
      /** @description The code in words; the same for every problem of this code. */
      title: string;
      /**
       * Format: int32
       * @description The HTTP status.
       */
      status: number;
      /** @description What happened, why, and what to do. */
      detail: string;
      /**
       * Format: uri-reference
       * @description The path that was asked.
       */
      instance: string;
      code: components['schemas']['ProblemCode'];
      /** @description The id of this request. */
      request_id: string;
      /** @description With `validation_failed`, each field that is not valid (the first 20). */
      errors?: components['schemas']['FieldError'][];
      /** @description With `unauthenticated`, what is wrong with the key or session. */
      reason?: components['schemas']['UnauthenticatedReason'];
      /** @description With `scope_missing`, the scope that is needed. */
      required_scope?: components['schemas']['Scope'];
      /** @description With `site_exists`, the site that has the home URL. */
      existing_id?: components['schemas']['Uuid'];
    };
    /**
     * @description Names a problem for programs. Codes are added, never changed or removed.
     * @enum {string}
     */
    ProblemCode:
      | 'malformed_request'
      | 'unauthenticated'
      | 'credentials_invalid'
      | 'scope_missing'
      | 'site_inactive'
      | 'https_required'
      | 'not_found'
      | 'site_exists'
      | 'identity_conflict'
      | 'integration_disconnected'
      | 'request_in_progress'
      | 'secret_already_shown'
      | 'answer_lost'
      | 'precondition_failed'
      | 'payload_too_large'
      | 'unsupported_media_type'
      | 'validation_failed'
      | 'idempotency_key_reused'
      | 'precondition_required'
      | 'rate_limited'
      | 'internal_error'
      | 'service_unavailable';
    /**
     * @description `missing`: none was sent. `unknown`: it is not one of ours, or was deleted. All others: it was one. `revoked`: somebody ended it. `expired`: its time is over. A site's own key also ends with what it belongs to: `replaced` when the site was connected again, `disconnected` when it was disconnected, `deleted` when the site or its integration was deleted.
     * @enum {string}
     */
    UnauthenticatedReason: 'missing' | 'unknown' | 'revoked' | 'expired' | 'replaced' | 'disconnected' | 'deleted';
    /** @description One field that is not valid. */
    FieldError: {
      /**
       * @description Where, as a JSON Pointer (RFC 6901) into the body; for a parameter its name after `#`.
       * @example /home_url
       */
      pointer: string;
      /**
       * @description The rule that it breaks.
       * @example maxLength
       */
      code: string;
      /**
       * @description The rule in words.
       * @example must have at most 200 characters
       */
      message: string;
    };
    /** @description Who signs in. */
    LoginRequest: {
      /**
       * Format: email
       * @example dev@igny8.com
       */
      email: string;
      /**
       * Format: password
       * @example correct horse battery staple
       */
      password: string;
    };
    /** @description A session that was just opened. */
    Session: {
      /**
       * @description The token; shown this once.
       * @example session_4cOcp2cAkKyYfDHwFvsPPUrsVWRrCzYfaRSBo5UNSqE
       */
      token: string;
      /** @description When it ends at the latest. */
      expires_at: components['schemas']['Timestamp'];
      user: components['schemas']['User'];
      account: components['schemas']['Account'];
    };
    /** @description A person. */
    User: {
      id: components['schemas']['Uuid'];
      /**
       * Format: email
       * @example dev@igny8.com
       */
      email: string;
    };
    /** @description A tenant. Everything belongs to one account, and nobody sees another's. */
    Account: {
      id: components['schemas']['Uuid'];
      /** @example Example Agency */
      name: string;
    };
    /** @description The caller. Either `user` or `api_key` is set. */
    Me: {
      account: components['schemas']['Account'];
      /**
       * @description The person, when a session was sent.
       * @example null
       */
      user: components['schemas']['User'] | null;
      /** @description The key, when one was sent. */
      api_key: components['schemas']['ApiKey'] | null;
      /** @description What the caller may do. */
      scopes: components['schemas']['Scope'][];
    };
    /** @description An API key, without the key itself. */
    ApiKey: {
      id: components['schemas']['Uuid'];
      /** @example Deploy script */
      name: string;
      /**
       * @description How the key begins, to tell it from others.
       * @example igny8_aBcD3fG
       */
      prefix: string;
      /** @description What it may do. */
      scopes: components['schemas']['Scope'][];
      /**
       * @description The only integration that it reaches; null for the whole account.
       * @example null
       */
      integration_id: components['schemas']['Uuid'] | null;
      created_at: components['schemas']['Timestamp'];
      /** @description Its last use, to the minute. */
      last_used_at: components['schemas']['Timestamp'] | null;
      /**
       * @description When it ends by itself.
       * @example null
       */
      expires_at: components['schemas']['Timestamp'] | null;
      /**
       * @description When it was revoked.
       * @example null
       */
      revoked_at: components['schemas']['Timestamp'] | null;
    };
    /**
     * @description A key to make.
     * @example {
     *       "name": "Deploy script",
     *       "scopes": [
     *         "sites:read",
     *         "structure:read"
     *       ]
     *     }
     */
    ApiKeyCreate: {
      /**
       * @description What it is for.
       * @example Deploy script
       */
      name: string;
      /** @description What it may do; without it, all that the caller may. */
      scopes?: components['schemas']['Scope'][];
      /** @description When it shall end by itself, in the future. */
      expires_at?: components['schemas']['Timestamp'] | null;
    };
    /** @description A key that was just made. */
    ApiKeyCreated: components['schemas']['ApiKey'] & {
      /**
       * @description The key itself; shown this once.
       * @example igny8_aBcD3fGhIjKlMnOpQrStUvWxYz0123450oXq1w
       */
      api_key: string;
    };
    /** @description How to change over. */
    ApiKeyRotate: {
      /**
       * Format: int32
       * @description How long the old key goes on working.
       * @default 86400
       */
      overlap_seconds?: number;
    };
    /** @description A page of API keys. */
    ApiKeyPage: {
      data: components['schemas']['ApiKey'][];
      /** @description Ask with it for the next page; null on the last. */
      next_cursor: components['schemas']['Uuid'] | null;
    };
    /** @description One WordPress. */
    Site: {
      id: components['schemas']['Uuid'];
      /** @example Example shop */
      name: string;
      /**
       * Format: uri
       * @description Its home URL, normalised.
       * @example https://example.com
       */
      home_url: string;
      /** @description When false, IGNY8 accepts nothing from it. */
      is_active: boolean;
      /** @description Its integration, when it has one that is not temporary. */
      integration: components['schemas']['Integration'] | null;
      created_at: components['schemas']['Timestamp'];
      updated_at: components['schemas']['Timestamp'];
    };
    /** @description A site to add. */
    SiteCreate: {
      /**
       * @description How to call it; without it its host.
       * @example Example shop
       */
      name?: string;
      /**
       * @description What WordPress calls the Site Address; `https://` may be left out.
       * @example example.com
       */
      home_url: string;
    };
    /**
     * @description What to change.
     * @example {
     *       "name": "Example shop",
     *       "is_active": true
     *     }
     */
    SiteUpdate: {
      /** @description How to call it. */
      name?: string;
      /** @description Only while no WordPress is connected; a connected site says by itself that it moved. */
      home_url?: string;
      /** @description When false, IGNY8 accepts nothing from it. */
      is_active?: boolean;
    };
    /** @description A page of sites. */
    SitePage: {
      data: components['schemas']['Site'][];
      /** @description Ask with it for the next page; null on the last. */
      next_cursor: components['schemas']['Uuid'] | null;
    };
    /**
     * @description What the site runs on.
     * @enum {string}
     */
    Platform: 'wordpress';
    /**
     * @description `not_connected`: no plugin has used the key that it registered for. `structure_syncing`: it has, and the structure is expected (Connected, structure syncing). `ready`: the structure is here (Connected & Ready). `disconnected`: either side ended it.
     * @enum {string}
     */
    IntegrationStatus: 'not_connected' | 'structure_syncing' | 'ready' | 'disconnected';
    /** @description Who did something. */
    Actor: {
      /**
       * @description A person, a program, or IGNY8 itself.
       * @enum {string}
       */
      kind: 'user' | 'api_key' | 'system';
      /** @description The user or API key. */
      id: components['schemas']['Uuid'] | null;
      /**
       * @description E-mail of the person or name of the key.
       * @example dev@igny8.com
       */
      name: string;
    };
    /** @description Sums over the enabled types that the site has now. */
    ContentTypeTotals: {
      count: components['schemas']['Count'];
      synced_count: components['schemas']['Count'];
    };
    /** @description What the site runs. */
    Versions: {
      /** @example 6.8.1 */
      wordpress: string;
      /** @example 8.2.29 */
      php: string;
      /** @example 0.1.0 */
      plugin: string;
    };
    /**
     * @description What WordPress says of itself (`wp_get_environment_type()`).
     * @enum {string}
     */
    EnvironmentType: 'local' | 'development' | 'staging' | 'production';
    /** @description Why the last push was not accepted. */
    StructureRefusal: {
      refused_at: components['schemas']['Timestamp'];
      /**
       * @description What was wrong.
       * @example /post_types/post/count must be at least 0.
       */
      detail: string;
      /**
       * @description The request that was refused.
       * @example 019aa5e2-7c3b-7d7e-9a41-0c5d8e7f6a21
       */
      request_id: string;
    };
    /**
     * @description What became of a site's own key.
     * @enum {string}
     */
    LostKey: 'revoked' | 'expired';
    /** @description What links a site to IGNY8. */
    Integration: {
      id: components['schemas']['Uuid'];
      site_id: components['schemas']['Uuid'];
      platform: components['schemas']['Platform'];
      status: components['schemas']['IntegrationStatus'];
      /** @description Made by the connect flow, and gone in 24 h unless a structure arrives. */
      is_temporary: boolean;
      /**
       * @description The plugin's own name for its site.
       * @example 7d3f1c0e-5b1a-4c55-9e55-8a1c6f1d2b3a
       */
      site_uuid: components['schemas']['Uuid'] | null;
      /**
       * @description The home URL that was accepted at connect.
       * @example https://example.com
       */
      home_url: string | null;
      /**
       * @description Where the site's REST API answers.
       * @example https://example.com/wp-json/
       */
      rest_url: string | null;
      /** @description The environment type that was accepted at connect. */
      environment_type: components['schemas']['EnvironmentType'] | null;
      /** @description What the site ran when it connected. */
      versions: components['schemas']['Versions'] | null;
      /** @description "Enable Sync Operations" in WordPress. When off, the site sends nothing but its switches. */
      plugin_connection_enabled: boolean;
      /** @description "Enable Two-Way Sync" in WordPress. */
      two_way_sync_enabled: boolean;
      /** @description When the site last said what it has. */
      last_structure_fetch: components['schemas']['Timestamp'] | null;
      /** @description From when the structure counts as stale, 36 h after it was fetched. */
      stale_at: components['schemas']['Timestamp'] | null;
      /**
       * @description When content was last synced.
       * @example null
       */
      last_sync_at: components['schemas']['Timestamp'] | null;
      /**
       * @description Set while the last push was refused.
       * @example null
       */
      structure_refusal: components['schemas']['StructureRefusal'] | null;
      /**
       * @description Set while a connected site has no key of its own that works, so that it can send nothing until it is connected again.
       * @example null
       */
      lost_key: components['schemas']['LostKey'] | null;
      /** @description What the site has and what is synced; null before the first structure. */
      totals: components['schemas']['ContentTypeTotals'] | null;
      /** @description When the site last registered. */
      connected_at: components['schemas']['Timestamp'] | null;
      /**
       * @description When the connection was ended.
       * @example null
       */
      disconnected_at: components['schemas']['Timestamp'] | null;
      /**
       * @description Who ended it.
       * @example null
       */
      disconnected_by: components['schemas']['Actor'] | null;
      created_at: components['schemas']['Timestamp'];
      updated_at: components['schemas']['Timestamp'];
    };
    /** @description An integration with the structure that it keeps. */
    IntegrationDetail: components['schemas']['Integration'] & {
      config_json: components['schemas']['ConfigJson'];
    };
    /** @description The structure as it is kept, with the settings that hold now. */
    ConfigJson: {
      content_types: components['schemas']['StoredStructure'];
      plugin_connection_enabled: boolean;
      two_way_sync_enabled: boolean;
    };
    /** @description What the site said that it has. */
    StoredStructure: {
      /** @description Its post types, by name. */
      post_types: {
        [key: string]: components['schemas']['ConfiguredType'];
      };
      /** @description Its taxonomies, by name. */
      taxonomies: {
        [key: string]: components['schemas']['ConfiguredType'];
      };
      /** @description When the site last said so. */
      last_structure_fetch: components['schemas']['Timestamp'] | null;
    };
    /** @description A content type as `config_json` keeps it. */
    ConfiguredType: {
      /** @example Posts */
      label: string;
      count: components['schemas']['Count'];
      statuses?: components['schemas']['StatusCounts'];
      enabled: boolean;
      fetch_limit: components['schemas']['FetchLimit'];
    };
    /** @description An integration to create, or to find. */
    IntegrationCreate: {
      site_id: components['schemas']['Uuid'];
      platform?: components['schemas']['Platform'];
      /**
       * @description Whether a new one is gone in 24 h unless a structure arrives.
       * @default false
       */
      is_temporary?: boolean;
    };
    /** @description What to change. */
    IntegrationUpdate: {
      /**
       * @description Where the site's REST API answers, on the host of its home URL.
       * @example https://example.com/wp-json/
       */
      rest_url?: string;
    };
    /** @description A page of integrations. */
    IntegrationPage: {
      data: components['schemas']['Integration'][];
      /** @description Ask with it for the next page; null on the last. */
      next_cursor: components['schemas']['Uuid'] | null;
    };
    /** @description Who registers. */
    ConnectRequest: {
      /**
       * @description Names this attempt; the same one again when the answer was lost.
       * @example b3c1a9f2-64de-4a77-8f0b-2f7c1d5e9a60
       */
      attempt_id: components['schemas']['Uuid'];
      /**
       * @description The plugin's own name for its site, made when it was installed.
       * @example 7d3f1c0e-5b1a-4c55-9e55-8a1c6f1d2b3a
       */
      site_uuid: components['schemas']['Uuid'];
      /**
       * @description The home URL, unfiltered.
       * @example https://example.com
       */
      home_url: string;
      /**
       * @description Where the REST API answers, on the same host.
       * @example https://example.com/wp-json/
       */
      rest_url: string;
      environment_type: components['schemas']['EnvironmentType'];
      versions: components['schemas']['Versions'];
    };
    /** @description What the site needs from now on. */
    ConnectResult: {
      integration: components['schemas']['Integration'];
      /**
       * @description The site's own key; shown this once.
       * @example igny8_aBcD3fGhIjKlMnOpQrStUvWxYz0123450oXq1w
       */
      api_key: string;
      /**
       * @description The secret that calls to the site are signed with (Standard Webhooks); shown this once.
       * @example whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw
       */
      signing_secret: string;
    };
    /** @description A signing secret that was just made. */
    SigningSecret: {
      /**
       * @description The new secret; shown this once.
       * @example whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw
       */
      signing_secret: string;
      /** @description Until when calls carry a signature of the old secret too. */
      previous_valid_until: components['schemas']['Timestamp'];
    };
    /** @description What a site says that it is. */
    IdentityDecision: {
      /**
       * @description `moved`: the connected site, at a new address. `copy`: another site.
       * @enum {string}
       */
      decision: 'moved' | 'copy';
      /**
       * @description The plugin's own name for its site; the one that is connected.
       * @example 7d3f1c0e-5b1a-4c55-9e55-8a1c6f1d2b3a
       */
      site_uuid: components['schemas']['Uuid'];
      /**
       * @description Where it is now.
       * @example https://new.example.com
       */
      home_url: string;
      /**
       * @description Where its REST API answers now.
       * @example https://new.example.com/wp-json/
       */
      rest_url: string;
    };
    /**
     * Format: int32
     * @description The most items that are kept, newest first; null for all.
     * @example 100
     */
    FetchLimit: number | null;
    /**
     * @description How many of the items have which status, by WordPress's name for it.
     * @example {
     *       "publish": 118,
     *       "draft": 3,
     *       "private": 2
     *     }
     */
    StatusCounts: {
      [key: string]: components['schemas']['Count'];
    };
    /** @description A content type as the site reports it. */
    ReportedType: {
      /**
       * @description What the site itself calls it.
       * @example Posts
       */
      label: string;
      /** @description Posts: published, scheduled, draft, pending and private ones together. Taxonomies: terms. */
      count: components['schemas']['Count'];
      statuses?: components['schemas']['StatusCounts'];
      /** @description Whether to sync it; only a suggestion, for a type never seen before. */
      enabled?: boolean;
      /** @description The most items to keep; only a suggestion, for a type never seen before. */
      fetch_limit?: components['schemas']['FetchLimit'];
    };
    /**
     * @description What a site has.
     * @example {
     *       "post_types": {
     *         "post": {
     *           "label": "Posts",
     *           "count": 123
     *         },
     *         "page": {
     *           "label": "Pages",
     *           "count": 45
     *         },
     *         "product": {
     *           "label": "Products",
     *           "count": 67
     *         }
     *       },
     *       "taxonomies": {
     *         "category": {
     *           "label": "Categories",
     *           "count": 12
     *         },
     *         "post_tag": {
     *           "label": "Tags",
     *           "count": 89
     *         }
     *       },
     *       "plugin_connection_enabled": true,
     *       "two_way_sync_enabled": true
     *     }
     */
    UpdateStructureRequest: {
      /** @description All post types, by name. Left out, they stay as they were. */
      post_types?: {
        [key: string]: components['schemas']['ReportedType'];
      };
      /** @description All taxonomies, by name. Left out, they stay as they were. */
      taxonomies?: {
        [key: string]: components['schemas']['ReportedType'];
      };
      /** @description "Enable Sync Operations". Left out, it stays as it was. */
      plugin_connection_enabled?: boolean;
      /** @description "Enable Two-Way Sync". Left out, it stays as it was. */
      two_way_sync_enabled?: boolean;
      /** @description When it was collected, by the site's clock; without it, or over 5 min ahead, the time of receipt. */
      collected_at?: components['schemas']['Timestamp'];
    };
    /** @description Names a content type. */
    ContentTypeRef: {
      kind: components['schemas']['Kind'];
      /** @example product */
      name: string;
      /** @example Products */
      label: string;
      count: components['schemas']['Count'];
    };
    /** @description A content type whose label or counts changed. */
    ContentTypeChange: {
      kind: components['schemas']['Kind'];
      /** @example product */
      name: string;
      /** @example Products */
      label: string;
      count: components['schemas']['Count'];
      /** @example Products */
      previous_label: string;
      previous_count: components['schemas']['Count'];
    };
    /** @description What is kept of a content type. */
    ContentTypeSetting: {
      /** @description Whether it is synced. */
      enabled: boolean;
      fetch_limit: components['schemas']['FetchLimit'];
      /** @description Whether private and password-protected items are synced too. */
      include_private: boolean;
    };
    /** @description What a push changed. */
    UpdateStructureResult: {
      /**
       * @description `stored`: something changed. `unchanged`: the same as before. `outdated`: collected before the stored one, so nothing was done.
       * @enum {string}
       */
      result: 'stored' | 'unchanged' | 'outdated';
      status: components['schemas']['IntegrationStatus'];
      /** @description Types that the structure did not have. */
      added: components['schemas']['ContentTypeRef'][];
      /** @description Types that it has no more. */
      removed: components['schemas']['ContentTypeRef'][];
      /** @description Types with another label or other counts. */
      changed: components['schemas']['ContentTypeChange'][];
      /** @description When the site last said what it has; null while it has not. */
      last_structure_fetch: components['schemas']['Timestamp'] | null;
      settings: components['schemas']['ContentTypeSettings'];
    };
    /**
     * @description The settings that hold now, by kind and name.
     * @example {
     *       "post_types": {
     *         "post": {
     *           "enabled": true,
     *           "fetch_limit": 100,
     *           "include_private": false
     *         },
     *         "page": {
     *           "enabled": true,
     *           "fetch_limit": null,
     *           "include_private": false
     *         }
     *       },
     *       "taxonomies": {
     *         "category": {
     *           "enabled": true,
     *           "fetch_limit": 100,
     *           "include_private": false
     *         }
     *       }
     *     }
     */
    ContentTypeSettings: {
      /** @description Of post types, by name. */
      post_types: {
        [key: string]: components['schemas']['ContentTypeSetting'];
      };
      /** @description Of taxonomies, by name. */
      taxonomies: {
        [key: string]: components['schemas']['ContentTypeSetting'];
      };
    };
    /** @description A post type or taxonomy, with what is kept of it. */
    ContentType: {
      /** @example Posts */
      label: string;
      /** @description How many the site has; null when it is not in the last structure. */
      count: components['schemas']['Count'] | null;
      statuses?: components['schemas']['StatusCounts'];
      /** @description Whether it is synced. */
      enabled: boolean;
      fetch_limit: components['schemas']['FetchLimit'];
      /** @description Whether private and password-protected items are synced too. */
      include_private: boolean;
      /** @description How many are stored here and current. */
      synced_count: components['schemas']['Count'];
      /** @description Whether it is in the last structure. */
      is_current: boolean;
      /**
       * @description The version of its settings, quotes included: what `If-Match` takes.
       * @example "v3"
       */
      etag: string;
      /**
       * @description Who changed its settings last; left out when nobody has.
       * @example dev@igny8.com
       */
      changed_by?: string;
    };
    /**
     * @description The content types of a site.
     * @example {
     *       "post_types": {
     *         "post": {
     *           "label": "Posts",
     *           "count": 123,
     *           "enabled": true,
     *           "fetch_limit": 100,
     *           "include_private": false,
     *           "synced_count": 45,
     *           "is_current": true,
     *           "etag": "\"v1\""
     *         },
     *         "page": {
     *           "label": "Pages",
     *           "count": 45,
     *           "enabled": true,
     *           "fetch_limit": 100,
     *           "include_private": false,
     *           "synced_count": 45,
     *           "is_current": true,
     *           "etag": "\"v1\""
     *         },
     *         "product": {
     *           "label": "Products",
     *           "count": 67,
     *           "enabled": false,
     *           "fetch_limit": 100,
     *           "include_private": false,
     *           "synced_count": 12,
     *           "is_current": true,
     *           "etag": "\"v2\""
     *         }
     *       },
     *       "taxonomies": {
     *         "category": {
     *           "label": "Categories",
     *           "count": 12,
     *           "enabled": true,
     *           "fetch_limit": 100,
     *           "include_private": false,
     *           "synced_count": 10,
     *           "is_current": true,
     *           "etag": "\"v1\""
     *         },
     *         "post_tag": {
     *           "label": "Tags",
     *           "count": 89,
     *           "enabled": true,
     *           "fetch_limit": 100,
     *           "include_private": false,
     *           "synced_count": 50,
     *           "is_current": true,
     *           "etag": "\"v1\""
     *         },
     *         "product_cat": {
     *           "label": "Product Categories",
     *           "count": 15,
     *           "enabled": false,
     *           "fetch_limit": 100,
     *           "include_private": false,
     *           "synced_count": 0,
     *           "is_current": true,
     *           "etag": "\"v1\""
     *         }
     *       },
     *       "last_structure_fetch": "2025-11-22T10:00:00Z",
     *       "stale_at": "2025-11-23T22:00:00Z",
     *       "plugin_connection_enabled": true,
     *       "two_way_sync_enabled": true
     *     }
     */
    ContentTypes: {
      /** @description By name, in the order in which the site lists them. */
      post_types: {
        [key: string]: components['schemas']['ContentType'];
      };
      /** @description By name, in the order in which the site lists them. */
      taxonomies: {
        [key: string]: components['schemas']['ContentType'];
      };
      /** @description When the site last said what it has; null while it has not. */
      last_structure_fetch: components['schemas']['Timestamp'] | null;
      /** @description From when it counts as stale, 36 h later. */
      stale_at: components['schemas']['Timestamp'] | null;
      /** @description "Enable Sync Operations" in WordPress. */
      plugin_connection_enabled: boolean;
      /** @description "Enable Two-Way Sync" in WordPress. */
      two_way_sync_enabled: boolean;
    };
    /**
     * @description What to change.
     * @example {
     *       "enabled": true,
     *       "fetch_limit": 500
     *     }
     */
    ContentTypeUpdate: {
      /** @description Whether to sync it. */
      enabled?: boolean;
      fetch_limit?: components['schemas']['FetchLimit'];
      /** @description Whether to sync private and password-protected items too. */
      include_private?: boolean;
    };
    /** @description One change of the structure. */
    StructureChange: {
      id: components['schemas']['Uuid'];
      occurred_at: components['schemas']['Timestamp'];
      actor: components['schemas']['Actor'];
      added: components['schemas']['ContentTypeRef'][];
      removed: components['schemas']['ContentTypeRef'][];
      changed: components['schemas']['ContentTypeChange'][];
    };
    /** @description A page of changes of the structure. */
    StructureChangePage: {
      data: components['schemas']['StructureChange'][];
      /** @description Ask with it for the next page; null on the last. */
      next_cursor: components['schemas']['Uuid'] | null;
    };
    /**
     * @description What can be done, as resource and verb.
     * @enum {string}
     */
    AuditAction:
      | 'account.created'
      | 'session.opened'
      | 'session.ended'
      | 'api_key.created'
      | 'api_key.rotated'
      | 'api_key.revoked'
      | 'site.created'
      | 'site.updated'
      | 'site.deleted'
      | 'integration.created'
      | 'integration.updated'
      | 'integration.registered'
      | 'integration.activated'
      | 'integration.disconnected'
      | 'integration.deleted'
      | 'integration.secret_rotated'
      | 'integration.identity_settled'
      | 'structure.changed'
      | 'content_type.updated';
    /** @description Something that was done. */
    AuditEvent: {
      id: components['schemas']['Uuid'];
      occurred_at: components['schemas']['Timestamp'];
      actor: components['schemas']['Actor'];
      action: components['schemas']['AuditAction'];
      /**
       * @description The row that it was done to.
       * @example 019aa5e2-7c3b-7d7e-9a41-0c5d8e7f6a24
       */
      resource_id: components['schemas']['Uuid'] | null;
      /**
       * @description More of it, such as the names of the fields that were changed; never their values.
       * @example {
       *       "fields": [
       *         "enabled",
       *         "fetch_limit"
       *       ]
       *     }
       */
      metadata: {
        [key: string]: unknown;
      };
      /**
       * @description From where, as an IP address.
       * @example 203.0.113.7
       */
      address: string | null;
      /**
       * @description The request that did it.
       * @example 019aa5e2-7c3b-7d7e-9a41-0c5d8e7f6a21
       */
      request_id: string | null;
    };
    /** @description A page of events. */
    AuditEventPage: {
      data: components['schemas']['AuditEvent'][];
      /** @description Ask with it for the next page; null on the last. */
      next_cursor: components['schemas']['Uuid'] | null;
    };
    /** @description How the process is. */
    Health: {
      /**
       * @description All is well.
       * @enum {string}
       */
      status: 'ok';
    };
  };
  responses: {
    /** @description The request cannot be read (`malformed_request`). */
    Unreadable: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description No key or session was sent, or it is unknown, revoked or expired (`unauthenticated`). */
    Unauthenticated: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'WWW-Authenticate': components['headers']['WWW-Authenticate'];
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "type": "/docs/problems/unauthenticated",
         *       "title": "Not signed in",
         *       "status": 401,
         *       "detail": "The API key was revoked.",
         *       "instance": "/auth/me/",
         *       "code": "unauthenticated",
         *       "reason": "revoked",
         *       "request_id": "019aa5e2-7c3b-7d7e-9a41-0c5d8e7f6a21"
         *     }
         */
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The key lacks the scope (`scope_missing`); `required_scope` names it. */
    Forbidden: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        RateLimit: components['headers']['RateLimit'];
        'RateLimit-Policy': components['headers']['RateLimit-Policy'];
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "type": "/docs/problems/scope_missing",
         *       "title": "A scope is missing",
         *       "status": 403,
         *       "detail": "This API key does not have the scope sites:write.",
         *       "instance": "/sites/",
         *       "code": "scope_missing",
         *       "required_scope": "sites:write",
         *       "request_id": "019aa5e2-7c3b-7d7e-9a41-0c5d8e7f6a21"
         *     }
         */
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The key lacks the scope (`scope_missing`), or the site was deactivated (`site_inactive`). */
    ForbiddenOrInactive: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        RateLimit: components['headers']['RateLimit'];
        'RateLimit-Policy': components['headers']['RateLimit-Policy'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description Your account has no such row (`not_found`). */
    NotFound: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        RateLimit: components['headers']['RateLimit'];
        'RateLimit-Policy': components['headers']['RateLimit-Policy'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The caller is not the site that is connected (`identity_conflict`), or the connection was ended (`integration_disconnected`). With an `Idempotency-Key`: still being worked on (`request_in_progress`), or done and its secret shown (`secret_already_shown`). */
    Conflict: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        RateLimit: components['headers']['RateLimit'];
        'RateLimit-Policy': components['headers']['RateLimit-Policy'];
        'Retry-After': components['headers']['May-Retry-After'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description A request with this `Idempotency-Key` is still being worked on (`request_in_progress`), or it was done and its answer held a secret, which is not shown again (`secret_already_shown`), or was lost when the server ended (`answer_lost`). */
    Repeated: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        RateLimit: components['headers']['RateLimit'];
        'RateLimit-Policy': components['headers']['RateLimit-Policy'];
        'Retry-After': components['headers']['May-Retry-After'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The body is over 1 MiB (`payload_too_large`). */
    TooLarge: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        RateLimit: components['headers']['RateLimit'];
        'RateLimit-Policy': components['headers']['RateLimit-Policy'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The body is not `application/json` (`unsupported_media_type`). */
    UnsupportedMediaType: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The request was read, but a field is not valid (`validation_failed`); `errors` says which and why. Or the `Idempotency-Key` was used for another request (`idempotency_key_reused`). */
    Invalid: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        RateLimit: components['headers']['RateLimit'];
        'RateLimit-Policy': components['headers']['RateLimit-Policy'];
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "type": "/docs/problems/validation_failed",
         *       "title": "A field is not valid",
         *       "status": 422,
         *       "detail": "/home_url is not a web address.",
         *       "instance": "/sites/",
         *       "code": "validation_failed",
         *       "request_id": "019aa5e2-7c3b-7d7e-9a41-0c5d8e7f6a21",
         *       "errors": [
         *         {
         *           "pointer": "/home_url",
         *           "code": "format",
         *           "message": "is not a web address"
         *         }
         *       ]
         *     }
         */
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description Too many requests (`rate_limited`). Ask again after `Retry-After` seconds. */
    RateLimited: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        RateLimit: components['headers']['RateLimit'];
        'RateLimit-Policy': components['headers']['RateLimit-Policy'];
        'Retry-After': components['headers']['Retry-After'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description Anything else: plain HTTP (`https_required`, 403), a fault of ours (`internal_error`, 500), or something that we need is not there right now (`service_unavailable`, 503). */
    Failure: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Retry-After': components['headers']['May-Retry-After'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
  };
  parameters: {
    /** @description The id of the row. */
    Id: components['schemas']['Uuid'];
    /** @description Post types or taxonomies. */
    Kind: components['schemas']['Kind'];
    /**
     * @description The name of the post type or taxonomy, as WordPress registers it.
     * @example product
     */
    Name: components['schemas']['TaxonomyName'];
    /** @description How many rows a page has. */
    Limit: number;
    /** @description The `next_cursor` of the page before. */
    Cursor: components['schemas']['Uuid'];
    /**
     * @description The `etag` of the type, or the ETag of the document, that the change is based on.
     * @example "v3"
     */
    IfMatch: string;
    /** @description The ETag of the answer that you have. */
    IfNoneMatch: string;
    /**
     * @description Any text of yours that names this request, such as a UUID. The same request with the same key within 24 h is done once and answered as before, with `Idempotent-Replayed: true`.
     * @example 5f2b6c1e-8c7c-4f0a-9b1e-0d9a3f6a7b11
     */
    IdempotencyKey: string;
    /** @description `true` when nobody asked for this just now (a page that polls): it does not keep a session alive. */
    Background: string;
    /**
     * @description Who is calling, as told at connect. The plugin sends it with every call; another one answers `identity_conflict`.
     * @example 7d3f1c0e-5b1a-4c55-9e55-8a1c6f1d2b3a
     */
    SiteUuid: string;
    /**
     * @description The home URL of the caller, unfiltered. The plugin sends it with every call; another site's answers `identity_conflict`.
     * @example https://example.com
     */
    HomeUrl: string;
    /**
     * @description The address of the caller's WordPress files, unfiltered, where it differs from the home URL.
     * @example https://example.com/wordpress
     */
    SiteUrl: string;
  };
  requestBodies: never;
  headers: {
    /**
     * @description The id of this request, for logs and for questions.
     * @example 019aa5e2-7c3b-7d7e-9a41-0c5d8e7f6a21
     */
    'X-Request-Id': string;
    /**
     * @description How many seconds to wait before the next try.
     * @example 30
     */
    'Retry-After': number;
    /**
     * @description How many seconds to wait before the next try, where waiting helps.
     * @example 2
     */
    'May-Retry-After': number;
    /**
     * @description The version of this answer, quotes included.
     * @example "v3"
     */
    ETag: string;
    /**
     * @description How many requests are left (`r`) for how many seconds (`t`), as in draft-ietf-httpapi-ratelimit-headers-10. Comes with every answer that the key or session was looked at for; an unreadable request is refused before.
     * @example "default";r=597;t=42
     */
    RateLimit: string;
    /**
     * @description How many requests (`q`) are allowed in how many seconds (`w`).
     * @example "default";q=600;w=60
     */
    'RateLimit-Policy': string;
    /** @description The request was done before, with this `Idempotency-Key`, and this is its answer of then. */
    'Idempotent-Replayed': 'true';
    /** @description What to send in `Authorization`. */
    'WWW-Authenticate': 'Bearer';
  };
  pathItems: never;
}
export type Uuid = components['schemas']['Uuid'];
export type Timestamp = components['schemas']['Timestamp'];
export type Scope = components['schemas']['Scope'];
export type Kind = components['schemas']['Kind'];
export type PostTypeName = components['schemas']['PostTypeName'];
export type TaxonomyName = components['schemas']['TaxonomyName'];
export type Count = components['schemas']['Count'];
export type Problem = components['schemas']['Problem'];
export type ProblemCode = components['schemas']['ProblemCode'];
export type UnauthenticatedReason = components['schemas']['UnauthenticatedReason'];
export type FieldError = components['schemas']['FieldError'];
export type LoginRequest = components['schemas']['LoginRequest'];
export type Session = components['schemas']['Session'];
export type User = components['schemas']['User'];
export type Account = components['schemas']['Account'];
export type Me = components['schemas']['Me'];
export type ApiKey = components['schemas']['ApiKey'];
export type ApiKeyCreate = components['schemas']['ApiKeyCreate'];
export type ApiKeyCreated = components['schemas']['ApiKeyCreated'];
export type ApiKeyRotate = components['schemas']['ApiKeyRotate'];
export type ApiKeyPage = components['schemas']['ApiKeyPage'];
export type Site = components['schemas']['Site'];
export type SiteCreate = components['schemas']['SiteCreate'];
export type SiteUpdate = components['schemas']['SiteUpdate'];
export type SitePage = components['schemas']['SitePage'];
export type Platform = components['schemas']['Platform'];
export type IntegrationStatus = components['schemas']['IntegrationStatus'];
export type Actor = components['schemas']['Actor'];
export type ContentTypeTotals = components['schemas']['ContentTypeTotals'];
export type Versions = components['schemas']['Versions'];
export type EnvironmentType = components['schemas']['EnvironmentType'];
export type StructureRefusal = components['schemas']['StructureRefusal'];
export type LostKey = components['schemas']['LostKey'];
export type Integration = components['schemas']['Integration'];
export type IntegrationDetail = components['schemas']['IntegrationDetail'];
export type ConfigJson = components['schemas']['ConfigJson'];
export type StoredStructure = components['schemas']['StoredStructure'];
export type ConfiguredType = components['schemas']['ConfiguredType'];
export type IntegrationCreate = components['schemas']['IntegrationCreate'];
export type IntegrationUpdate = components['schemas']['IntegrationUpdate'];
export type IntegrationPage = components['schemas']['IntegrationPage'];
export type ConnectRequest = components['schemas']['ConnectRequest'];
export type ConnectResult = components['schemas']['ConnectResult'];
export type SigningSecret = components['schemas']['SigningSecret'];
export type IdentityDecision = components['schemas']['IdentityDecision'];
export type FetchLimit = components['schemas']['FetchLimit'];
export type StatusCounts = components['schemas']['StatusCounts'];
export type ReportedType = components['schemas']['ReportedType'];
export type UpdateStructureRequest = components['schemas']['UpdateStructureRequest'];
export type ContentTypeRef = components['schemas']['ContentTypeRef'];
export type ContentTypeChange = components['schemas']['ContentTypeChange'];
export type ContentTypeSetting = components['schemas']['ContentTypeSetting'];
export type UpdateStructureResult = components['schemas']['UpdateStructureResult'];
export type ContentTypeSettings = components['schemas']['ContentTypeSettings'];
export type ContentType = components['schemas']['ContentType'];
export type ContentTypes = components['schemas']['ContentTypes'];
export type ContentTypeUpdate = components['schemas']['ContentTypeUpdate'];
export type StructureChange = components['schemas']['StructureChange'];
export type StructureChangePage = components['schemas']['StructureChangePage'];
export type AuditAction = components['schemas']['AuditAction'];
export type AuditEvent = components['schemas']['AuditEvent'];
export type AuditEventPage = components['schemas']['AuditEventPage'];
export type Health = components['schemas']['Health'];
export type ResponseUnreadable = components['responses']['Unreadable'];
export type ResponseUnauthenticated = components['responses']['Unauthenticated'];
export type ResponseForbidden = components['responses']['Forbidden'];
export type ResponseForbiddenOrInactive = components['responses']['ForbiddenOrInactive'];
export type ResponseNotFound = components['responses']['NotFound'];
export type ResponseConflict = components['responses']['Conflict'];
export type ResponseRepeated = components['responses']['Repeated'];
export type ResponseTooLarge = components['responses']['TooLarge'];
export type ResponseUnsupportedMediaType = components['responses']['UnsupportedMediaType'];
export type ResponseInvalid = components['responses']['Invalid'];
export type ResponseRateLimited = components['responses']['RateLimited'];
export type ResponseFailure = components['responses']['Failure'];
export type ParameterId = components['parameters']['Id'];
export type ParameterKind = components['parameters']['Kind'];
export type ParameterName = components['parameters']['Name'];
export type ParameterLimit = components['parameters']['Limit'];
export type ParameterCursor = components['parameters']['Cursor'];
export type ParameterIfMatch = components['parameters']['IfMatch'];
export type ParameterIfNoneMatch = components['parameters']['IfNoneMatch'];
export type ParameterIdempotencyKey = components['parameters']['IdempotencyKey'];
export type ParameterBackground = components['parameters']['Background'];
export type ParameterSiteUuid = components['parameters']['SiteUuid'];
export type ParameterHomeUrl = components['parameters']['HomeUrl'];
export type ParameterSiteUrl = components['parameters']['SiteUrl'];
export type HeaderXRequestId = components['headers']['X-Request-Id'];
export type HeaderRetryAfter = components['headers']['Retry-After'];
export type HeaderMayRetryAfter = components['headers']['May-Retry-After'];
export type HeaderETag = components['headers']['ETag'];
export type HeaderRateLimit = components['headers']['RateLimit'];
export type HeaderRateLimitPolicy = components['headers']['RateLimit-Policy'];
export type HeaderIdempotentReplayed = components['headers']['Idempotent-Replayed'];
export type HeaderWwwAuthenticate = components['headers']['WWW-Authenticate'];
export type $defs = Record<string, never>;
export interface operations {
  login: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['LoginRequest'];
      };
    };
    responses: {
      /** @description Signed in. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Session'];
        };
      };
      400: components['responses']['Unreadable'];
      /** @description E-mail or password is wrong (`credentials_invalid`); which of the two is not told. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['Invalid'];
      429: components['responses']['RateLimited'];
      default: components['responses']['Failure'];
    };
  };
  logout: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The session is over. */
      204: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Unreadable'];
      401: components['responses']['Unauthenticated'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      429: components['responses']['RateLimited'];
      default: components['responses']['Failure'];
    };
  };
  getMe: {
    parameters: {
      query?: never;
      header?: {
        /** @description `true` when nobody asked for this just now (a page that polls): it does not keep a session alive. */
        'Igny8-Background'?: components['parameters']['Background'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The caller. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Me'];
        };
      };
      401: components['responses']['Unauthenticated'];
      429: components['responses']['RateLimited'];
      default: components['responses']['Failure'];
    };
  };
  listApiKeys: {
    parameters: {
      query?: {
        /** @description How many rows a page has. */
        limit?: components['parameters']['Limit'];
        /** @description The `next_cursor` of the page before. */
        cursor?: components['parameters']['Cursor'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of API keys. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ApiKeyPage'];
        };
      };
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      422: components['responses']['Invalid'];
      429: components['responses']['RateLimited'];
      default: components['responses']['Failure'];
    };
  };
  createApiKey: {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description Any text of yours that names this request, such as a UUID. The same request with the same key within 24 h is done once and answered as before, with `Idempotent-Replayed: true`.
         * @example 5f2b6c1e-8c7c-4f0a-9b1e-0d9a3f6a7b11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ApiKeyCreate'];
      };
    };
    responses: {
      /** @description The new key, this once. */
      201: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ApiKeyCreated'];
        };
      };
      400: components['responses']['Unreadable'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Repeated'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['Invalid'];
      429: components['responses']['RateLimited'];
      default: components['responses']['Failure'];
    };
  };
  revokeApiKey: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The id of the row. */
        id: components['parameters']['Id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Revoked. */
      204: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Unreadable'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      429: components['responses']['RateLimited'];
      default: components['responses']['Failure'];
    };
  };
  rotateApiKey: {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description Any text of yours that names this request, such as a UUID. The same request with the same key within 24 h is done once and answered as before, with `Idempotent-Replayed: true`.
         * @example 5f2b6c1e-8c7c-4f0a-9b1e-0d9a3f6a7b11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        /** @description The id of the row. */
        id: components['parameters']['Id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ApiKeyRotate'];
      };
    };
    responses: {
      /** @description The new key, this once. */
      201: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ApiKeyCreated'];
        };
      };
      400: components['responses']['Unreadable'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Repeated'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['Invalid'];
      429: components['responses']['RateLimited'];
      default: components['responses']['Failure'];
    };
  };
  listSites: {
    parameters: {
      query?: {
        /**
         * @description The home URL of the site to find.
         * @example https://example.com
         */
        url?: string;
        /** @description How many rows a page has. */
        limit?: components['parameters']['Limit'];
        /** @description The `next_cursor` of the page before. */
        cursor?: components['parameters']['Cursor'];
      };
      header?: {
        /** @description `true` when nobody asked for this just now (a page that polls): it does not keep a session alive. */
        'Igny8-Background'?: components['parameters']['Background'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of sites. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SitePage'];
        };
      };
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      422: components['responses']['Invalid'];
      429: components['responses']['RateLimited'];
      default: components['responses']['Failure'];
    };
  };
  createSite: {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description Any text of yours that names this request, such as a UUID. The same request with the same key within 24 h is done once and answered as before, with `Idempotent-Replayed: true`.
         * @example 5f2b6c1e-8c7c-4f0a-9b1e-0d9a3f6a7b11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SiteCreate'];
      };
    };
    responses: {
      /** @description The new site. */
      201: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Site'];
        };
      };
      400: components['responses']['Unreadable'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      /** @description The account has a site with this home URL already (`site_exists`); `existing_id` names it. Or a request with this `Idempotency-Key` is still being worked on (`request_in_progress`), or was done and its answer lost (`answer_lost`). */
      409: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['Invalid'];
      429: components['responses']['RateLimited'];
      default: components['responses']['Failure'];
    };
  };
  getSite: {
    parameters: {
      query?: never;
      header?: {
        /** @description `true` when nobody asked for this just now (a page that polls): it does not keep a session alive. */
        'Igny8-Background'?: components['parameters']['Background'];
      };
      path: {
        /** @description The id of the row. */
        id: components['parameters']['Id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The site. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Site'];
        };
      };
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['RateLimited'];
      default: components['responses']['Failure'];
    };
  };
  deleteSite: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The id of the row. */
        id: components['parameters']['Id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Deleted. */
      204: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Unreadable'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      429: components['responses']['RateLimited'];
      default: components['responses']['Failure'];
    };
  };
  updateSite: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The id of the row. */
        id: components['parameters']['Id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SiteUpdate'];
      };
    };
    responses: {
      /** @description The site as it is now. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Site'];
        };
      };
      400: components['responses']['Unreadable'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      /** @description Another site of the account has this home URL (`site_exists`); `existing_id` names it. */
      409: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['Invalid'];
      429: components['responses']['RateLimited'];
      default: components['responses']['Failure'];
    };
  };
  listIntegrations: {
    parameters: {
      query?: {
        /** @description Only the integration of this site. */
        site_id?: components['schemas']['Uuid'];
        /** @description How many rows a page has. */
        limit?: components['parameters']['Limit'];
        /** @description The `next_cursor` of the page before. */
        cursor?: components['parameters']['Cursor'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of integrations. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['IntegrationPage'];
        };
      };
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      422: components['responses']['Invalid'];
      429: components['responses']['RateLimited'];
      default: components['responses']['Failure'];
    };
  };
  createIntegration: {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description Any text of yours that names this request, such as a UUID. The same request with the same key within 24 h is done once and answered as before, with `Idempotent-Replayed: true`.
         * @example 5f2b6c1e-8c7c-4f0a-9b1e-0d9a3f6a7b11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['IntegrationCreate'];
      };
    };
    responses: {
      /** @description The integration that the site has already. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Integration'];
        };
      };
      /** @description The new integration. */
      201: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Integration'];
        };
      };
      400: components['responses']['Unreadable'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Repeated'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['Invalid'];
      429: components['responses']['RateLimited'];
      default: components['responses']['Failure'];
    };
  };
  getIntegration: {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description Who is calling, as told at connect. The plugin sends it with every call; another one answers `identity_conflict`.
         * @example 7d3f1c0e-5b1a-4c55-9e55-8a1c6f1d2b3a
         */
        'Igny8-Site-Uuid'?: components['parameters']['SiteUuid'];
        /**
         * @description The home URL of the caller, unfiltered. The plugin sends it with every call; another site's answers `identity_conflict`.
         * @example https://example.com
         */
        'Igny8-Home-Url'?: components['parameters']['HomeUrl'];
        /**
         * @description The address of the caller's WordPress files, unfiltered, where it differs from the home URL.
         * @example https://example.com/wordpress
         */
        'Igny8-Site-Url'?: components['parameters']['SiteUrl'];
        /** @description `true` when nobody asked for this just now (a page that polls): it does not keep a session alive. */
        'Igny8-Background'?: components['parameters']['Background'];
      };
      path: {
        /** @description The id of the row. */
        id: components['parameters']['Id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The integration. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['IntegrationDetail'];
        };
      };
      401: components['responses']['Unauthenticated'];
      403: components['responses']['ForbiddenOrInactive'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      429: components['responses']['RateLimited'];
      default: components['responses']['Failure'];
    };
  };
  deleteIntegration: {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description Who is calling, as told at connect. The plugin sends it with every call; another one answers `identity_conflict`.
         * @example 7d3f1c0e-5b1a-4c55-9e55-8a1c6f1d2b3a
         */
        'Igny8-Site-Uuid'?: components['parameters']['SiteUuid'];
        /**
         * @description The home URL of the caller, unfiltered. The plugin sends it with every call; another site's answers `identity_conflict`.
         * @example https://example.com
         */
        'Igny8-Home-Url'?: components['parameters']['HomeUrl'];
        /**
         * @description The address of the caller's WordPress files, unfiltered, where it differs from the home URL.
         * @example https://example.com/wordpress
         */
        'Igny8-Site-Url'?: components['parameters']['SiteUrl'];
      };
      path: {
        /** @description The id of the row. */
        id: components['parameters']['Id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Deleted. */
      204: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Unreadable'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      429: components['responses']['RateLimited'];
      default: components['responses']['Failure'];
    };
  };
  updateIntegration: {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description Who is calling, as told at connect. The plugin sends it with every call; another one answers `identity_conflict`.
         * @example 7d3f1c0e-5b1a-4c55-9e55-8a1c6f1d2b3a
         */
        'Igny8-Site-Uuid'?: components['parameters']['SiteUuid'];
        /**
         * @description The home URL of the caller, unfiltered. The plugin sends it with every call; another site's answers `identity_conflict`.
         * @example https://example.com
         */
        'Igny8-Home-Url'?: components['parameters']['HomeUrl'];
        /**
         * @description The address of the caller's WordPress files, unfiltered, where it differs from the home URL.
         * @example https://example.com/wordpress
         */
        'Igny8-Site-Url'?: components['parameters']['SiteUrl'];
      };
      path: {
        /** @description The id of the row. */
        id: components['parameters']['Id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['IntegrationUpdate'];
      };
    };
    responses: {
      /** @description The integration as it is now. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Integration'];
        };
      };
      400: components['responses']['Unreadable'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['ForbiddenOrInactive'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['Invalid'];
      429: components['responses']['RateLimited'];
      default: components['responses']['Failure'];
    };
  };
  connectIntegration: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The id of the row. */
        id: components['parameters']['Id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ConnectRequest'];
      };
    };
    responses: {
      /** @description The site is registered; its structure is expected next. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ConnectResult'];
        };
      };
      400: components['responses']['Unreadable'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['ForbiddenOrInactive'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['Invalid'];
      429: components['responses']['RateLimited'];
      default: components['responses']['Failure'];
    };
  };
  disconnectIntegration: {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description Who is calling, as told at connect. The plugin sends it with every call; another one answers `identity_conflict`.
         * @example 7d3f1c0e-5b1a-4c55-9e55-8a1c6f1d2b3a
         */
        'Igny8-Site-Uuid'?: components['parameters']['SiteUuid'];
        /**
         * @description The home URL of the caller, unfiltered. The plugin sends it with every call; another site's answers `identity_conflict`.
         * @example https://example.com
         */
        'Igny8-Home-Url'?: components['parameters']['HomeUrl'];
        /**
         * @description The address of the caller's WordPress files, unfiltered, where it differs from the home URL.
         * @example https://example.com/wordpress
         */
        'Igny8-Site-Url'?: components['parameters']['SiteUrl'];
      };
      path: {
        /** @description The id of the row. */
        id: components['parameters']['Id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Disconnected. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Integration'];
        };
      };
      400: components['responses']['Unreadable'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      429: components['responses']['RateLimited'];
      default: components['responses']['Failure'];
    };
  };
  rotateSigningSecret: {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description Who is calling, as told at connect. The plugin sends it with every call; another one answers `identity_conflict`.
         * @example 7d3f1c0e-5b1a-4c55-9e55-8a1c6f1d2b3a
         */
        'Igny8-Site-Uuid'?: components['parameters']['SiteUuid'];
        /**
         * @description The home URL of the caller, unfiltered. The plugin sends it with every call; another site's answers `identity_conflict`.
         * @example https://example.com
         */
        'Igny8-Home-Url'?: components['parameters']['HomeUrl'];
        /**
         * @description The address of the caller's WordPress files, unfiltered, where it differs from the home URL.
         * @example https://example.com/wordpress
         */
        'Igny8-Site-Url'?: components['parameters']['SiteUrl'];
        /**
         * @description Any text of yours that names this request, such as a UUID. The same request with the same key within 24 h is done once and answered as before, with `Idempotent-Replayed: true`.
         * @example 5f2b6c1e-8c7c-4f0a-9b1e-0d9a3f6a7b11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        /** @description The id of the row. */
        id: components['parameters']['Id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The new secret, this once. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SigningSecret'];
        };
      };
      400: components['responses']['Unreadable'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['ForbiddenOrInactive'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['Invalid'];
      429: components['responses']['RateLimited'];
      default: components['responses']['Failure'];
    };
  };
  settleIdentity: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The id of the row. */
        id: components['parameters']['Id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['IdentityDecision'];
      };
    };
    responses: {
      /** @description The integration as it is now. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Integration'];
        };
      };
      400: components['responses']['Unreadable'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['ForbiddenOrInactive'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['Invalid'];
      429: components['responses']['RateLimited'];
      default: components['responses']['Failure'];
    };
  };
  updateStructure: {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description Who is calling, as told at connect. The plugin sends it with every call; another one answers `identity_conflict`.
         * @example 7d3f1c0e-5b1a-4c55-9e55-8a1c6f1d2b3a
         */
        'Igny8-Site-Uuid'?: components['parameters']['SiteUuid'];
        /**
         * @description The home URL of the caller, unfiltered. The plugin sends it with every call; another site's answers `identity_conflict`.
         * @example https://example.com
         */
        'Igny8-Home-Url'?: components['parameters']['HomeUrl'];
        /**
         * @description The address of the caller's WordPress files, unfiltered, where it differs from the home URL.
         * @example https://example.com/wordpress
         */
        'Igny8-Site-Url'?: components['parameters']['SiteUrl'];
      };
      path: {
        /** @description The id of the row. */
        id: components['parameters']['Id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UpdateStructureRequest'];
      };
    };
    responses: {
      /** @description What the push changed, and the settings that hold now. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UpdateStructureResult'];
        };
      };
      400: components['responses']['Unreadable'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['ForbiddenOrInactive'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['Invalid'];
      429: components['responses']['RateLimited'];
      default: components['responses']['Failure'];
    };
  };
  getContentTypes: {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description Who is calling, as told at connect. The plugin sends it with every call; another one answers `identity_conflict`.
         * @example 7d3f1c0e-5b1a-4c55-9e55-8a1c6f1d2b3a
         */
        'Igny8-Site-Uuid'?: components['parameters']['SiteUuid'];
        /**
         * @description The home URL of the caller, unfiltered. The plugin sends it with every call; another site's answers `identity_conflict`.
         * @example https://example.com
         */
        'Igny8-Home-Url'?: components['parameters']['HomeUrl'];
        /**
         * @description The address of the caller's WordPress files, unfiltered, where it differs from the home URL.
         * @example https://example.com/wordpress
         */
        'Igny8-Site-Url'?: components['parameters']['SiteUrl'];
        /** @description The ETag of the answer that you have. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
        /** @description `true` when nobody asked for this just now (a page that polls): it does not keep a session alive. */
        'Igny8-Background'?: components['parameters']['Background'];
      };
      path: {
        /** @description The id of the row. */
        id: components['parameters']['Id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The content types. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ContentTypes'];
        };
      };
      /** @description Nothing has changed since the answer with that ETag. */
      304: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Unauthenticated'];
      403: components['responses']['ForbiddenOrInactive'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      429: components['responses']['RateLimited'];
      default: components['responses']['Failure'];
    };
  };
  updateContentType: {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description Who is calling, as told at connect. The plugin sends it with every call; another one answers `identity_conflict`.
         * @example 7d3f1c0e-5b1a-4c55-9e55-8a1c6f1d2b3a
         */
        'Igny8-Site-Uuid'?: components['parameters']['SiteUuid'];
        /**
         * @description The home URL of the caller, unfiltered. The plugin sends it with every call; another site's answers `identity_conflict`.
         * @example https://example.com
         */
        'Igny8-Home-Url'?: components['parameters']['HomeUrl'];
        /**
         * @description The address of the caller's WordPress files, unfiltered, where it differs from the home URL.
         * @example https://example.com/wordpress
         */
        'Igny8-Site-Url'?: components['parameters']['SiteUrl'];
        /**
         * @description The `etag` of the type, or the ETag of the document, that the change is based on.
         * @example "v3"
         */
        'If-Match'?: components['parameters']['IfMatch'];
      };
      path: {
        /** @description The id of the row. */
        id: components['parameters']['Id'];
        /** @description Post types or taxonomies. */
        kind: components['parameters']['Kind'];
        /**
         * @description The name of the post type or taxonomy, as WordPress registers it.
         * @example product
         */
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ContentTypeUpdate'];
      };
    };
    responses: {
      /** @description The content type as it is now. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ContentType'];
        };
      };
      400: components['responses']['Unreadable'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['ForbiddenOrInactive'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      /** @description The settings were changed since (`precondition_failed`). */
      412: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['Invalid'];
      /** @description There is no `If-Match` (`precondition_required`). */
      428: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      429: components['responses']['RateLimited'];
      default: components['responses']['Failure'];
    };
  };
  listStructureChanges: {
    parameters: {
      query?: {
        /** @description How many rows a page has. */
        limit?: components['parameters']['Limit'];
        /** @description The `next_cursor` of the page before. */
        cursor?: components['parameters']['Cursor'];
      };
      header?: {
        /**
         * @description Who is calling, as told at connect. The plugin sends it with every call; another one answers `identity_conflict`.
         * @example 7d3f1c0e-5b1a-4c55-9e55-8a1c6f1d2b3a
         */
        'Igny8-Site-Uuid'?: components['parameters']['SiteUuid'];
        /**
         * @description The home URL of the caller, unfiltered. The plugin sends it with every call; another site's answers `identity_conflict`.
         * @example https://example.com
         */
        'Igny8-Home-Url'?: components['parameters']['HomeUrl'];
        /**
         * @description The address of the caller's WordPress files, unfiltered, where it differs from the home URL.
         * @example https://example.com/wordpress
         */
        'Igny8-Site-Url'?: components['parameters']['SiteUrl'];
      };
      path: {
        /** @description The id of the row. */
        id: components['parameters']['Id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of changes. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StructureChangePage'];
        };
      };
      401: components['responses']['Unauthenticated'];
      403: components['responses']['ForbiddenOrInactive'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      422: components['responses']['Invalid'];
      429: components['responses']['RateLimited'];
      default: components['responses']['Failure'];
    };
  };
  listAuditEvents: {
    parameters: {
      query?: {
        /** @description Only this action. */
        action?: components['schemas']['AuditAction'];
        /** @description Only what was done to this row. */
        resource_id?: components['schemas']['Uuid'];
        /** @description Only what this user or API key did. */
        actor_id?: components['schemas']['Uuid'];
        /** @description Only what was done then or later. */
        since?: components['schemas']['Timestamp'];
        /** @description Only what was done before. */
        until?: components['schemas']['Timestamp'];
        /** @description How many rows a page has. */
        limit?: components['parameters']['Limit'];
        /** @description The `next_cursor` of the page before. */
        cursor?: components['parameters']['Cursor'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of events. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          RateLimit: components['headers']['RateLimit'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AuditEventPage'];
        };
      };
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      422: components['responses']['Invalid'];
      429: components['responses']['RateLimited'];
      default: components['responses']['Failure'];
    };
  };
  getLiveness: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Alive. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Health'];
        };
      };
      default: components['responses']['Failure'];
    };
  };
  getReadiness: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Ready. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Health'];
        };
      };
      default: components['responses']['Failure'];
    };
  };
}
