<?php
/**
 * Generated from openapi.yaml; do not edit. Make it anew with: npm run codegen
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Api;

use Igny8\Bridge\Api\Model\ApiKeyCreate;
use Igny8\Bridge\Api\Model\ApiKeyCreated;
use Igny8\Bridge\Api\Model\ApiKeyPage;
use Igny8\Bridge\Api\Model\ApiKeyRotate;
use Igny8\Bridge\Api\Model\AuditEventPage;
use Igny8\Bridge\Api\Model\ConnectRequest;
use Igny8\Bridge\Api\Model\ConnectResult;
use Igny8\Bridge\Api\Model\ContentType;
use Igny8\Bridge\Api\Model\ContentTypeUpdate;
use Igny8\Bridge\Api\Model\ContentTypes;
use Igny8\Bridge\Api\Model\Health;
use Igny8\Bridge\Api\Model\IdentityDecision;
use Igny8\Bridge\Api\Model\Integration;
use Igny8\Bridge\Api\Model\IntegrationCreate;
use Igny8\Bridge\Api\Model\IntegrationDetail;
use Igny8\Bridge\Api\Model\IntegrationPage;
use Igny8\Bridge\Api\Model\IntegrationUpdate;
use Igny8\Bridge\Api\Model\LoginRequest;
use Igny8\Bridge\Api\Model\Me;
use Igny8\Bridge\Api\Model\Session;
use Igny8\Bridge\Api\Model\SigningSecret;
use Igny8\Bridge\Api\Model\Site;
use Igny8\Bridge\Api\Model\SiteCreate;
use Igny8\Bridge\Api\Model\SitePage;
use Igny8\Bridge\Api\Model\SiteUpdate;
use Igny8\Bridge\Api\Model\StructureChangePage;
use Igny8\Bridge\Api\Model\UpdateStructureRequest;
use Igny8\Bridge\Api\Model\UpdateStructureResult;

/**
 * The IGNY8 API: one method per operation. Each answers with a value object or throws an ApiException.
 */
final class Client {

	/**
	 * Sends the requests.
	 *
	 * @var Transport
	 */
	private Transport $transport;

	/**
	 * Uses a transport that knows the address, the key and how to send.
	 *
	 * @param Transport $transport Sends the requests.
	 */
	public function __construct( Transport $transport ) {
		$this->transport = $transport;
	}

	/**
	 * Sign in.
	 *
	 * Opens a session for a person. Keep the token as you would a password; the plugin uses it for the few seconds of connecting and then ends it.
	 *
	 * @param LoginRequest $body What to send.
	 * @throws ApiException When it could not be done.
	 */
	public function login( LoginRequest $body ): Session {
		return Session::from_array( $this->transport->send( 'POST', '/auth/login/', array(), array(), $body ) );
	}

	/**
	 * Sign out.
	 *
	 * Ends the session whose token was sent; the token is refused from then on. An API key is not a session: with one, nothing happens.
	 *
	 * @throws ApiException When it could not be done.
	 */
	public function logout(): void {
		$this->transport->send( 'POST', '/auth/logout/', array(), array(), null );
	}

	/**
	 * Who am I.
	 *
	 * Tells whose session or API key was sent and what it may do. The cheapest way to try a key.
	 *
	 * @throws ApiException When it could not be done.
	 */
	public function get_me(): Me {
		return Me::from_array( $this->transport->send( 'GET', '/auth/me/', array(), array(), null ) );
	}

	/**
	 * List API keys.
	 *
	 * Newest first, revoked and expired ones included. A key itself is never shown again.
	 *
	 * @param int|null    $limit  How many rows a page has.
	 * @param string|null $cursor The `next_cursor` of the page before.
	 * @throws ApiException When it could not be done.
	 */
	public function list_api_keys( ?int $limit = null, ?string $cursor = null ): ApiKeyPage {
		$query = array(
			'limit'  => $limit,
			'cursor' => $cursor,
		);
		return ApiKeyPage::from_array( $this->transport->send( 'GET', '/auth/api-keys/', $query, array(), null ) );
	}

	/**
	 * Create an API key.
	 *
	 * Makes a key for the whole account. `api_key` in the answer is the key itself and is shown this once. A key can pass on only scopes that it has itself.
	 *
	 * @param ApiKeyCreate $body What to send.
	 * @throws ApiException When it could not be done.
	 */
	public function create_api_key( ApiKeyCreate $body ): ApiKeyCreated {
		return ApiKeyCreated::from_array( $this->transport->send( 'POST', '/auth/api-keys/', array(), array(), $body ) );
	}

	/**
	 * Revoke an API key.
	 *
	 * The key is refused everywhere within a second. Revoking it again changes nothing.
	 *
	 * @param string $id The id of the row.
	 * @throws ApiException When it could not be done.
	 */
	public function revoke_api_key( string $id ): void {
		$this->transport->send( 'DELETE', sprintf( '/auth/api-keys/%s/', rawurlencode( $id ) ), array(), array(), null );
	}

	/**
	 * Rotate an API key.
	 *
	 * Makes a new key with the same name, scopes and binding. The old one goes on working for `overlap_seconds`, so that whoever uses it has time to change over. A revoked or expired key cannot be rotated (`validation_failed`).
	 *
	 * @param string       $id   The id of the row.
	 * @param ApiKeyRotate $body What to send.
	 * @throws ApiException When it could not be done.
	 */
	public function rotate_api_key( string $id, ApiKeyRotate $body ): ApiKeyCreated {
		return ApiKeyCreated::from_array( $this->transport->send( 'POST', sprintf( '/auth/api-keys/%s/rotate/', rawurlencode( $id ) ), array(), array(), $body ) );
	}

	/**
	 * List sites.
	 *
	 * The sites of the account, newest first, each with its integration. `?url=` finds the one with that home URL (scheme, case, default port and final slash do not matter).
	 *
	 * @param string|null $url    The home URL of the site to find.
	 * @param int|null    $limit  How many rows a page has.
	 * @param string|null $cursor The `next_cursor` of the page before.
	 * @throws ApiException When it could not be done.
	 */
	public function list_sites( ?string $url = null, ?int $limit = null, ?string $cursor = null ): SitePage {
		$query = array(
			'url'    => $url,
			'limit'  => $limit,
			'cursor' => $cursor,
		);
		return SitePage::from_array( $this->transport->send( 'GET', '/sites/', $query, array(), null ) );
	}

	/**
	 * Add a site.
	 *
	 * `home_url` is what WordPress calls the Site Address. It is stored normalised (`example.com` becomes `https://example.com`) and is unique within the account.
	 *
	 * @param SiteCreate $body What to send.
	 * @throws ApiException When it could not be done.
	 */
	public function create_site( SiteCreate $body ): Site {
		return Site::from_array( $this->transport->send( 'POST', '/sites/', array(), array(), $body ) );
	}

	/**
	 * Get a site.
	 *
	 * One site with its integration.
	 *
	 * @param string $id The id of the row.
	 * @throws ApiException When it could not be done.
	 */
	public function get_site( string $id ): Site {
		return Site::from_array( $this->transport->send( 'GET', sprintf( '/sites/%s/', rawurlencode( $id ) ), array(), array(), null ) );
	}

	/**
	 * Change a site.
	 *
	 * Changes the fields that are sent. With `is_active` false IGNY8 accepts nothing from the site any more (`site_inactive`) until it is true again.
	 *
	 * @param string     $id   The id of the row.
	 * @param SiteUpdate $body What to send.
	 * @throws ApiException When it could not be done.
	 */
	public function update_site( string $id, SiteUpdate $body ): Site {
		return Site::from_array( $this->transport->send( 'PATCH', sprintf( '/sites/%s/', rawurlencode( $id ) ), array(), array(), $body ) );
	}

	/**
	 * Delete a site.
	 *
	 * Deletes the site, its integration and everything stored of it, and ends its keys. The WordPress site itself is not touched.
	 *
	 * @param string $id The id of the row.
	 * @throws ApiException When it could not be done.
	 */
	public function delete_site( string $id ): void {
		$this->transport->send( 'DELETE', sprintf( '/sites/%s/', rawurlencode( $id ) ), array(), array(), null );
	}

	/**
	 * List integrations.
	 *
	 * The integrations of the account, newest first. Temporary ones are left out.
	 *
	 * @param string|null $site_id Only the integration of this site.
	 * @param int|null    $limit   How many rows a page has.
	 * @param string|null $cursor  The `next_cursor` of the page before.
	 * @throws ApiException When it could not be done.
	 */
	public function list_integrations( ?string $site_id = null, ?int $limit = null, ?string $cursor = null ): IntegrationPage {
		$query = array(
			'site_id' => $site_id,
			'limit'   => $limit,
			'cursor'  => $cursor,
		);
		return IntegrationPage::from_array( $this->transport->send( 'GET', '/integration/integrations/', $query, array(), null ) );
	}

	/**
	 * Create an integration.
	 *
	 * A site has one integration per platform; asking for it again answers 200 with the one that is there. With `is_temporary` (the plugin's connect flow) a new one is not listed, becomes permanent with its first accepted structure push, and is gone after 24 h without one.
	 *
	 * @param IntegrationCreate $body What to send.
	 * @throws ApiException When it could not be done.
	 */
	public function create_integration( IntegrationCreate $body ): Integration {
		return Integration::from_array( $this->transport->send( 'POST', '/integration/integrations/', array(), array(), $body ) );
	}

	/**
	 * Get an integration.
	 *
	 * One integration, with `config_json`, its structure as it is kept.
	 *
	 * @param string $id The id of the row.
	 * @throws ApiException When it could not be done.
	 */
	public function get_integration( string $id ): IntegrationDetail {
		return IntegrationDetail::from_array( $this->transport->send( 'GET', sprintf( '/integration/integrations/%s/', rawurlencode( $id ) ), array(), array(), null ) );
	}

	/**
	 * Change an integration.
	 *
	 * Changes where the site's REST API is called. `rest_url` must be on the host of the site's home URL. The switches are not changed here: their owner turns them in WordPress.
	 *
	 * @param string            $id   The id of the row.
	 * @param IntegrationUpdate $body What to send.
	 * @throws ApiException When it could not be done.
	 */
	public function update_integration( string $id, IntegrationUpdate $body ): Integration {
		return Integration::from_array( $this->transport->send( 'PATCH', sprintf( '/integration/integrations/%s/', rawurlencode( $id ) ), array(), array(), $body ) );
	}

	/**
	 * Delete an integration.
	 *
	 * Ends the connection and deletes everything stored of it. The site stays listed.
	 *
	 * @param string $id The id of the row.
	 * @throws ApiException When it could not be done.
	 */
	public function delete_integration( string $id ): void {
		$this->transport->send( 'DELETE', sprintf( '/integration/integrations/%s/', rawurlencode( $id ) ), array(), array(), null );
	}

	/**
	 * Register a site.
	 *
	 * The plugin introduces itself and is given a key of its own, bound to this integration, and a signing secret; both are shown this once. When the answer was lost, ask again with the same `attempt_id`: a repeat makes new secrets. The first use of the new key makes it the only one: every other key and secret of this site ends then, and not before. `home_url` must be that of the site (`identity_conflict`).
	 *
	 * @param string         $id   The id of the row.
	 * @param ConnectRequest $body What to send.
	 * @throws ApiException When it could not be done.
	 */
	public function connect_integration( string $id, ConnectRequest $body ): ConnectResult {
		return ConnectResult::from_array( $this->transport->send( 'POST', sprintf( '/integration/integrations/%s/connect/', rawurlencode( $id ) ), array(), array(), $body ) );
	}

	/**
	 * End the connection.
	 *
	 * Either side may end it. The site's keys and signing secret end at once; what is stored stays until the integration is deleted. Works for an inactive site too. Ending it again changes nothing.
	 *
	 * @param string $id The id of the row.
	 * @throws ApiException When it could not be done.
	 */
	public function disconnect_integration( string $id ): Integration {
		return Integration::from_array( $this->transport->send( 'POST', sprintf( '/integration/integrations/%s/disconnect/', rawurlencode( $id ) ), array(), array(), null ) );
	}

	/**
	 * Rotate the signing secret.
	 *
	 * Makes a new secret for the calls that IGNY8 signs. Until `previous_valid_until` calls carry a signature of the old one too. Only a connected site has a secret (`integration_disconnected`).
	 *
	 * @param string $id The id of the row.
	 * @throws ApiException When it could not be done.
	 */
	public function rotate_signing_secret( string $id ): SigningSecret {
		return SigningSecret::from_array( $this->transport->send( 'POST', sprintf( '/integration/integrations/%s/rotate-secret/', rawurlencode( $id ) ), array(), array(), null ) );
	}

	/**
	 * Settle a moved or copied site.
	 *
	 * After `identity_conflict` somebody at the site says what it is. `moved`: from now on the integration belongs to the address that is sent; whatever still calls from the old one gets `identity_conflict`. `copy`: nothing changes for the original; the copy gives up this integration, takes a new `site_uuid` and connects as a site of its own.
	 *
	 * @param string           $id   The id of the row.
	 * @param IdentityDecision $body What to send.
	 * @throws ApiException When it could not be done.
	 */
	public function settle_identity( string $id, IdentityDecision $body ): Integration {
		return Integration::from_array( $this->transport->send( 'POST', sprintf( '/integration/integrations/%s/identity/', rawurlencode( $id ) ), array(), array(), $body ) );
	}

	/**
	 * Push the structure.
	 *
	 * The site says which post types and taxonomies it has, with counts. Replaces the stored structure as a whole: a type that is missing is removed from it, its settings and items stay. A push that was collected before the stored one changes nothing and says so (`outdated`); the same structure again only renews `last_structure_fetch` (`unchanged`). A kind that is not sent at all stays as it was, so a body with only the two switches is a valid push. At most 1 MiB.
	 *
	 * @param string                 $id   The id of the row.
	 * @param UpdateStructureRequest $body What to send.
	 * @throws ApiException When it could not be done.
	 */
	public function update_structure( string $id, UpdateStructureRequest $body ): UpdateStructureResult {
		return UpdateStructureResult::from_array( $this->transport->send( 'POST', sprintf( '/integration/integrations/%s/update-structure/', rawurlencode( $id ) ), array(), array(), $body ) );
	}

	/**
	 * Get the content types.
	 *
	 * The structure with the settings of each type and the number of items that are synced. A type that is not in the last structure is still listed, with `is_current` false. Send the `ETag` back in `If-None-Match` to be told cheaply that nothing has changed.
	 *
	 * @param string $id The id of the row.
	 * @throws ApiException When it could not be done.
	 */
	public function get_content_types( string $id ): ContentTypes {
		return ContentTypes::from_array( $this->transport->send( 'GET', sprintf( '/integration/integrations/%s/content-types/', rawurlencode( $id ) ), array(), array(), null ) );
	}

	/**
	 * Change the settings of a content type.
	 *
	 * Changes the fields that are sent. `If-Match` is required (428) and names what you last saw: the type's own `etag`, or the `ETag` of the whole document, of which only the settings count. When somebody else has changed them since, nothing happens (412).
	 *
	 * @param string            $id       The id of the row.
	 * @param string            $kind     Post types or taxonomies.
	 * @param string            $name     The name of the post type or taxonomy, as WordPress registers it.
	 * @param ContentTypeUpdate $body     What to send.
	 * @param string|null       $if_match The `etag` of the type, or the ETag of the document, that the change is based on.
	 * @throws ApiException When it could not be done.
	 */
	public function update_content_type( string $id, string $kind, string $name, ContentTypeUpdate $body, ?string $if_match = null ): ContentType {
		return ContentType::from_array( $this->transport->send( 'PATCH', sprintf( '/integration/integrations/%s/content-types/%s/%s/', rawurlencode( $id ), rawurlencode( $kind ), rawurlencode( $name ) ), array(), array( 'If-Match' => $if_match ), $body ) );
	}

	/**
	 * List changes of the structure.
	 *
	 * What changed in the structure, when and through whom, newest first. A push that changed nothing leaves no line.
	 *
	 * @param string      $id     The id of the row.
	 * @param int|null    $limit  How many rows a page has.
	 * @param string|null $cursor The `next_cursor` of the page before.
	 * @throws ApiException When it could not be done.
	 */
	public function list_structure_changes( string $id, ?int $limit = null, ?string $cursor = null ): StructureChangePage {
		$query = array(
			'limit'  => $limit,
			'cursor' => $cursor,
		);
		return StructureChangePage::from_array( $this->transport->send( 'GET', sprintf( '/integration/integrations/%s/structure-changes/', rawurlencode( $id ) ), $query, array(), null ) );
	}

	/**
	 * List what was done.
	 *
	 * Who did what, to what, when and from where, newest first. Nothing is ever removed from it.
	 *
	 * @param string|null $action      Only this action.
	 * @param string|null $resource_id Only what was done to this row.
	 * @param string|null $actor_id    Only what this user or API key did.
	 * @param string|null $since       Only what was done then or later.
	 * @param string|null $until       Only what was done before.
	 * @param int|null    $limit       How many rows a page has.
	 * @param string|null $cursor      The `next_cursor` of the page before.
	 * @throws ApiException When it could not be done.
	 */
	public function list_audit_events( ?string $action = null, ?string $resource_id = null, ?string $actor_id = null, ?string $since = null, ?string $until = null, ?int $limit = null, ?string $cursor = null ): AuditEventPage {
		$query = array(
			'action'      => $action,
			'resource_id' => $resource_id,
			'actor_id'    => $actor_id,
			'since'       => $since,
			'until'       => $until,
			'limit'       => $limit,
			'cursor'      => $cursor,
		);
		return AuditEventPage::from_array( $this->transport->send( 'GET', '/audit-events/', $query, array(), null ) );
	}

	/**
	 * Is the process alive.
	 *
	 * Answers as soon as the process accepts requests. Also over plain HTTP.
	 *
	 * @throws ApiException When it could not be done.
	 */
	public function get_liveness(): Health {
		return Health::from_array( $this->transport->send( 'GET', '/health/live', array(), array(), null ) );
	}

	/**
	 * Can it take requests.
	 *
	 * Ready means that the database answers and all migrations are applied. Also over plain HTTP.
	 *
	 * @throws ApiException When it could not be done.
	 */
	public function get_readiness(): Health {
		return Health::from_array( $this->transport->send( 'GET', '/health/ready', array(), array(), null ) );
	}
}
