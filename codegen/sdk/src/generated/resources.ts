// Generated from openapi.yaml; do not edit. Make it anew with: npm run codegen

import type {
  ApiKeyCreate,
  ApiKeyCreated,
  ApiKeyPage,
  ApiKeyRotate,
  AuditEventPage,
  ConnectRequest,
  ConnectResult,
  ContentType,
  ContentTypeUpdate,
  ContentTypes,
  Health,
  IdentityDecision,
  Integration,
  IntegrationCreate,
  IntegrationDetail,
  IntegrationPage,
  IntegrationUpdate,
  LoginRequest,
  Me,
  Session,
  SigningSecret,
  Site,
  SiteCreate,
  SitePage,
  SiteUpdate,
  StructureChangePage,
  UpdateStructureRequest,
  UpdateStructureResult,
  operations,
} from './contract.js';
import type { ChangeOptions, CreateOptions, Http, RequestOptions } from '../http.js';
import type { PagePromise } from '../page.js';

type Query<Id extends keyof operations> = NonNullable<operations[Id]['parameters']['query']>;

/** Authentication. */
export class AuthResource {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  /**
   * Sign in.
   *
   * Opens a session for a person. Keep the token as you would a password; the plugin uses it for the few seconds
   * of connecting and then ends it.
   *
   * Works without a key.
   */
  login(body: LoginRequest, options: RequestOptions = {}): Promise<Session> {
    return this.#http.send({ method: 'POST', path: '/auth/login/', idempotency: 'none', body }, options);
  }

  /**
   * Sign out.
   *
   * Ends the session whose token was sent; the token is refused from then on. An API key is not a session: with
   * one, nothing happens.
   *
   * Works with any key or session.
   */
  logout(options: RequestOptions = {}): Promise<void> {
    return this.#http.send({ method: 'POST', path: '/auth/logout/', idempotency: 'none' }, options);
  }

  /**
   * Who am I.
   *
   * Tells whose session or API key was sent and what it may do. The cheapest way to try a key.
   *
   * Works with any key or session.
   */
  me(options: RequestOptions = {}): Promise<Me> {
    return this.#http.send({ method: 'GET', path: '/auth/me/', idempotency: 'inherent' }, options);
  }
}

/** API keys. */
export class ApiKeysResource {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  /**
   * List API keys.
   *
   * Newest first, revoked and expired ones included. A key itself is never shown again.
   *
   * Needs the scope `api_keys:read`.
   */
  list(query: Query<'listApiKeys'> = {}, options: RequestOptions = {}): PagePromise<ApiKeyPage> {
    return this.#http.pages({ method: 'GET', path: '/auth/api-keys/', idempotency: 'inherent', query }, options);
  }

  /**
   * Create an API key.
   *
   * Makes a key for the whole account. `api_key` in the answer is the key itself and is shown this once. A key can
   * pass on only scopes that it has itself.
   *
   * Needs the scope `api_keys:write`.
   */
  create(body: ApiKeyCreate, options: CreateOptions = {}): Promise<ApiKeyCreated> {
    return this.#http.send({ method: 'POST', path: '/auth/api-keys/', idempotency: 'by_key', body }, options);
  }

  /**
   * Revoke an API key.
   *
   * The key is refused everywhere within a second. Revoking it again changes nothing.
   *
   * Needs the scope `api_keys:write`.
   */
  revoke(id: operations['revokeApiKey']['parameters']['path']['id'], options: RequestOptions = {}): Promise<void> {
    return this.#http.send({ method: 'DELETE', path: '/auth/api-keys/{id}/', idempotency: 'inherent', params: { id } }, options);
  }

  /**
   * Rotate an API key.
   *
   * Makes a new key with the same name, scopes and binding. The old one goes on working for `overlap_seconds`, so
   * that whoever uses it has time to change over. A revoked or expired key cannot be rotated
   * (`validation_failed`).
   *
   * Needs the scope `api_keys:write`.
   */
  rotate(
    id: operations['rotateApiKey']['parameters']['path']['id'],
    body: ApiKeyRotate,
    options: CreateOptions = {},
  ): Promise<ApiKeyCreated> {
    return this.#http.send({ method: 'POST', path: '/auth/api-keys/{id}/rotate/', idempotency: 'by_key', params: { id }, body }, options);
  }
}

/** Sites. */
export class SitesResource {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  /**
   * List sites.
   *
   * The sites of the account, newest first, each with its integration. `?url=` finds the one with that home URL
   * (scheme, case, default port and final slash do not matter).
   *
   * Needs the scope `sites:read`.
   */
  list(query: Query<'listSites'> = {}, options: RequestOptions = {}): PagePromise<SitePage> {
    return this.#http.pages({ method: 'GET', path: '/sites/', idempotency: 'inherent', query }, options);
  }

  /**
   * Add a site.
   *
   * `home_url` is what WordPress calls the Site Address. It is stored normalised (`example.com` becomes
   * `https://example.com`) and is unique within the account.
   *
   * Needs the scope `sites:write`.
   */
  create(body: SiteCreate, options: CreateOptions = {}): Promise<Site> {
    return this.#http.send({ method: 'POST', path: '/sites/', idempotency: 'by_key', body }, options);
  }

  /**
   * Get a site.
   *
   * One site with its integration.
   *
   * Needs the scope `sites:read`.
   */
  get(id: operations['getSite']['parameters']['path']['id'], options: RequestOptions = {}): Promise<Site> {
    return this.#http.send({ method: 'GET', path: '/sites/{id}/', idempotency: 'inherent', params: { id } }, options);
  }

  /**
   * Change a site.
   *
   * Changes the fields that are sent. With `is_active` false IGNY8 accepts nothing from the site any more
   * (`site_inactive`) until it is true again.
   *
   * Needs the scope `sites:write`.
   */
  update(id: operations['updateSite']['parameters']['path']['id'], body: SiteUpdate, options: RequestOptions = {}): Promise<Site> {
    return this.#http.send({ method: 'PATCH', path: '/sites/{id}/', idempotency: 'none', params: { id }, body }, options);
  }

  /**
   * Delete a site.
   *
   * Deletes the site, its integration and everything stored of it, and ends its keys. The WordPress site itself is
   * not touched.
   *
   * Needs the scope `sites:write`.
   */
  delete(id: operations['deleteSite']['parameters']['path']['id'], options: RequestOptions = {}): Promise<void> {
    return this.#http.send({ method: 'DELETE', path: '/sites/{id}/', idempotency: 'inherent', params: { id } }, options);
  }
}

/** Integrations. */
export class IntegrationsResource {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  /**
   * List integrations.
   *
   * The integrations of the account, newest first. Temporary ones are left out.
   *
   * Needs the scope `integrations:read`.
   */
  list(query: Query<'listIntegrations'> = {}, options: RequestOptions = {}): PagePromise<IntegrationPage> {
    return this.#http.pages({ method: 'GET', path: '/integration/integrations/', idempotency: 'inherent', query }, options);
  }

  /**
   * Create an integration.
   *
   * A site has one integration per platform; asking for it again answers 200 with the one that is there. With
   * `is_temporary` (the plugin's connect flow) a new one is not listed, becomes permanent with its first accepted
   * structure push, and is gone after 24 h without one.
   *
   * Needs the scope `integrations:write`.
   */
  create(body: IntegrationCreate, options: CreateOptions = {}): Promise<Integration> {
    return this.#http.send({ method: 'POST', path: '/integration/integrations/', idempotency: 'by_key', body }, options);
  }

  /**
   * Get an integration.
   *
   * One integration, with `config_json`, its structure as it is kept.
   *
   * Needs the scope `integrations:read`.
   */
  get(id: operations['getIntegration']['parameters']['path']['id'], options: RequestOptions = {}): Promise<IntegrationDetail> {
    return this.#http.send({ method: 'GET', path: '/integration/integrations/{id}/', idempotency: 'inherent', params: { id } }, options);
  }

  /**
   * Change an integration.
   *
   * Changes where the site's REST API is called. `rest_url` must be on the host of the site's home URL. The
   * switches are not changed here: their owner turns them in WordPress.
   *
   * Needs the scope `integrations:write`.
   */
  update(
    id: operations['updateIntegration']['parameters']['path']['id'],
    body: IntegrationUpdate,
    options: RequestOptions = {},
  ): Promise<Integration> {
    return this.#http.send(
      { method: 'PATCH', path: '/integration/integrations/{id}/', idempotency: 'none', params: { id }, body },
      options,
    );
  }

  /**
   * Delete an integration.
   *
   * Ends the connection and deletes everything stored of it. The site stays listed.
   *
   * Needs the scope `integrations:write`.
   */
  delete(id: operations['deleteIntegration']['parameters']['path']['id'], options: RequestOptions = {}): Promise<void> {
    return this.#http.send({ method: 'DELETE', path: '/integration/integrations/{id}/', idempotency: 'inherent', params: { id } }, options);
  }

  /**
   * Register a site.
   *
   * The plugin introduces itself and is given a key of its own, bound to this integration, and a signing secret;
   * both are shown this once. When the answer was lost, ask again with the same `attempt_id`: a repeat makes new
   * secrets. The first use of the new key makes it the only one: every other key and secret of this site ends
   * then, and not before. `home_url` must be that of the site (`identity_conflict`).
   *
   * Needs the scope `integrations:write`.
   */
  connect(
    id: operations['connectIntegration']['parameters']['path']['id'],
    body: ConnectRequest,
    options: RequestOptions = {},
  ): Promise<ConnectResult> {
    return this.#http.send(
      { method: 'POST', path: '/integration/integrations/{id}/connect/', idempotency: 'inherent', params: { id }, body },
      options,
    );
  }

  /**
   * End the connection.
   *
   * Either side may end it. The site's keys and signing secret end at once; what is stored stays until the
   * integration is deleted. Works for an inactive site too. Ending it again changes nothing.
   *
   * Needs the scope `structure:write`.
   */
  disconnect(id: operations['disconnectIntegration']['parameters']['path']['id'], options: RequestOptions = {}): Promise<Integration> {
    return this.#http.send(
      { method: 'POST', path: '/integration/integrations/{id}/disconnect/', idempotency: 'none', params: { id } },
      options,
    );
  }

  /**
   * Rotate the signing secret.
   *
   * Makes a new secret for the calls that IGNY8 signs. Until `previous_valid_until` calls carry a signature of the
   * old one too. Only a connected site has a secret (`integration_disconnected`).
   *
   * Needs the scope `structure:write`.
   */
  rotateSecret(id: operations['rotateSigningSecret']['parameters']['path']['id'], options: CreateOptions = {}): Promise<SigningSecret> {
    return this.#http.send(
      { method: 'POST', path: '/integration/integrations/{id}/rotate-secret/', idempotency: 'by_key', params: { id } },
      options,
    );
  }

  /**
   * Settle a moved or copied site.
   *
   * After `identity_conflict` somebody at the site says what it is. `moved`: from now on the integration belongs
   * to the address that is sent; whatever still calls from the old one gets `identity_conflict`. `copy`: nothing
   * changes for the original; the copy gives up this integration, takes a new `site_uuid` and connects as a site
   * of its own.
   *
   * Needs the scope `structure:write`.
   */
  settleIdentity(
    id: operations['settleIdentity']['parameters']['path']['id'],
    body: IdentityDecision,
    options: RequestOptions = {},
  ): Promise<Integration> {
    return this.#http.send(
      { method: 'POST', path: '/integration/integrations/{id}/identity/', idempotency: 'inherent', params: { id }, body },
      options,
    );
  }
}

/** Structure. */
export class StructureResource {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  /**
   * Push the structure.
   *
   * The site says which post types and taxonomies it has, with counts. Replaces the stored structure as a whole: a
   * type that is missing is removed from it, its settings and items stay. A push that was collected before the
   * stored one changes nothing and says so (`outdated`); the same structure again only renews
   * `last_structure_fetch` (`unchanged`). A kind that is not sent at all stays as it was, so a body with only the
   * two switches is a valid push. At most 1 MiB.
   *
   * Needs the scope `structure:write`.
   */
  update(
    id: operations['updateStructure']['parameters']['path']['id'],
    body: UpdateStructureRequest,
    options: RequestOptions = {},
  ): Promise<UpdateStructureResult> {
    return this.#http.send(
      { method: 'POST', path: '/integration/integrations/{id}/update-structure/', idempotency: 'inherent', params: { id }, body },
      options,
    );
  }

  /**
   * Get the content types.
   *
   * The structure with the settings of each type and the number of items that are synced. A type that is not in
   * the last structure is still listed, with `is_current` false. Send the `ETag` back in `If-None-Match` to be
   * told cheaply that nothing has changed.
   *
   * Needs the scope `structure:read`.
   */
  contentTypes(id: operations['getContentTypes']['parameters']['path']['id'], options: RequestOptions = {}): Promise<ContentTypes> {
    return this.#http.send(
      { method: 'GET', path: '/integration/integrations/{id}/content-types/', idempotency: 'inherent', params: { id } },
      options,
    );
  }

  /**
   * Change the settings of a content type.
   *
   * Changes the fields that are sent. `If-Match` is required (428) and names what you last saw: the type's own
   * `etag`, or the `ETag` of the whole document, of which only the settings count. When somebody else has changed
   * them since, nothing happens (412).
   *
   * Needs the scope `settings:write`.
   */
  updateContentType(
    id: operations['updateContentType']['parameters']['path']['id'],
    kind: operations['updateContentType']['parameters']['path']['kind'],
    name: operations['updateContentType']['parameters']['path']['name'],
    body: ContentTypeUpdate,
    options: ChangeOptions,
  ): Promise<ContentType> {
    return this.#http.send(
      {
        method: 'PATCH',
        path: '/integration/integrations/{id}/content-types/{kind}/{name}/',
        idempotency: 'inherent',
        params: { id, kind, name },
        body,
      },
      options,
    );
  }

  /**
   * List changes of the structure.
   *
   * What changed in the structure, when and through whom, newest first. A push that changed nothing leaves no
   * line.
   *
   * Needs the scope `structure:read`.
   */
  changes(
    id: operations['listStructureChanges']['parameters']['path']['id'],
    query: Query<'listStructureChanges'> = {},
    options: RequestOptions = {},
  ): PagePromise<StructureChangePage> {
    return this.#http.pages(
      { method: 'GET', path: '/integration/integrations/{id}/structure-changes/', idempotency: 'inherent', params: { id }, query },
      options,
    );
  }
}

/** Activity. */
export class AuditEventsResource {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  /**
   * List what was done.
   *
   * Who did what, to what, when and from where, newest first. Nothing is ever removed from it.
   *
   * Needs the scope `audit:read`.
   */
  list(query: Query<'listAuditEvents'> = {}, options: RequestOptions = {}): PagePromise<AuditEventPage> {
    return this.#http.pages({ method: 'GET', path: '/audit-events/', idempotency: 'inherent', query }, options);
  }
}

/** Operations. */
export class HealthResource {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  /**
   * Is the process alive.
   *
   * Answers as soon as the process accepts requests. Also over plain HTTP.
   *
   * Works without a key.
   */
  live(options: RequestOptions = {}): Promise<Health> {
    return this.#http.send({ method: 'GET', path: '/health/live', idempotency: 'inherent' }, options);
  }

  /**
   * Can it take requests.
   *
   * Ready means that the database answers and all migrations are applied. Also over plain HTTP.
   *
   * Works without a key.
   */
  ready(options: RequestOptions = {}): Promise<Health> {
    return this.#http.send({ method: 'GET', path: '/health/ready', idempotency: 'inherent' }, options);
  }
}

/** Every operation of the API, by what it is about. */
export class Resources {
  readonly auth: AuthResource;
  readonly apiKeys: ApiKeysResource;
  readonly sites: SitesResource;
  readonly integrations: IntegrationsResource;
  readonly structure: StructureResource;
  readonly auditEvents: AuditEventsResource;
  readonly health: HealthResource;

  constructor(http: Http) {
    this.auth = new AuthResource(http);
    this.apiKeys = new ApiKeysResource(http);
    this.sites = new SitesResource(http);
    this.integrations = new IntegrationsResource(http);
    this.structure = new StructureResource(http);
    this.auditEvents = new AuditEventsResource(http);
    this.health = new HealthResource(http);
  }
}
