import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { type Administrator, signIn, textOf } from '../../testing/administrator.ts';
import { startWordPress, type WordPress } from '../../testing/wordpress.ts';
import { versionUnderTest } from './version.ts';

/** The counts are the numbers that an administrator sees in WordPress's own lists. */
interface Structure {
  readonly post_types: Readonly<Record<string, { readonly count: number; readonly statuses: Readonly<Record<string, number>> }>>;
  readonly taxonomies: Readonly<Record<string, { readonly count: number }>>;
}

const folder = mkdtempSync(join(tmpdir(), 'bridge-counts-'));
let site: WordPress;
let administrator: Administrator;
let structure: Structure;

before(async () => {
  site = await startWordPress({
    version: versionUnderTest(),
    content: 'demo',
    apiUrl: 'http://127.0.0.1:9',
    appUrl: 'http://127.0.0.1:9',
    workDir: folder,
  });
  await site.wpEval(FILL);
  administrator = await signIn(site);
  structure = (await site.wpEval('return igny8_get_site_structure();')) as Structure;
});

after(async () => {
  await site.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('the site has items of every kind', () => {
  const statuses = ['publish', 'future', 'draft', 'pending', 'private'];
  assert.ok(Object.keys(structure.post_types).length >= 3);
  for (const [type, { statuses: found }] of Object.entries(structure.post_types)) assert.deepEqual(Object.keys(found), statuses, type);
});

test('every post type counts what its list shows as "All"', async () => {
  const shown = new Map<string, number>();
  for (const type of Object.keys(structure.post_types)) {
    const list = textOf(await administrator.open(`edit.php?post_type=${type}`));
    shown.set(type, numberIn(/\bAll \(([\d,]+)\)/, list));
  }
  assert.deepEqual(Object.fromEntries(shown), counts(structure.post_types));
});

test('every status counts what its own list shows', async () => {
  const names = { publish: 'Published', future: 'Scheduled', draft: 'Drafts?', pending: 'Pending', private: 'Private' };
  for (const [type, { statuses }] of Object.entries(structure.post_types)) {
    const list = textOf(await administrator.open(`edit.php?post_type=${type}`));
    const shown = Object.entries(names).map(([status, name]) => [status, numberIn(new RegExp(`\\b${name} \\(([\\d,]+)\\)`), list)]);
    assert.deepEqual(Object.fromEntries(shown), statuses, type);
  }
});

test('every taxonomy counts the items of its list', async () => {
  const shown = new Map<string, number>();
  for (const taxonomy of Object.keys(structure.taxonomies)) {
    const list = textOf(await administrator.open(`edit-tags.php?taxonomy=${taxonomy}`));
    shown.set(taxonomy, numberIn(/\b([\d,]+) items?\b/, list));
  }
  assert.deepEqual(Object.fromEntries(shown), counts(structure.taxonomies));
});

test('who sees fewer in the lists is told the same', async () => {
  const author = await signIn({ ...site, user: 'author', password: AUTHOR_PASSWORD });
  const [hidden] = await site.sql(
    "SELECT COUNT(*) AS n FROM wp_posts WHERE post_type = 'post' AND post_status = 'private' AND post_author <> (SELECT ID FROM wp_users WHERE user_login = 'author')",
  );
  const shown = numberIn(/\bAll \(([\d,]+)\)/, textOf(await author.open('edit.php')));
  assert.ok(Number(hidden?.['n']) > 0);
  assert.equal(shown, (structure.post_types['post']?.count ?? 0) - Number(hidden?.['n']));
  const { collected_at: _, ...asAuthor } = (await site.wpEval(
    "wp_set_current_user( get_user_by( 'login', 'author' )->ID ); return igny8_get_site_structure();",
  )) as Structure & { collected_at: string };
  assert.deepEqual(counts(asAuthor.post_types), counts(structure.post_types));
  assert.deepEqual(counts(asAuthor.taxonomies), counts(structure.taxonomies));
});

test('with statuses of another plugin the list counts what is told of them too', async () => {
  mkdirSync(join(folder, 'wp-content/mu-plugins'));
  writeFileSync(join(folder, 'wp-content/mu-plugins/statuses.php'), STATUSES);
  await site.wpEval(FILL_STATUSES);
  const now = (await site.wpEval('return igny8_get_site_structure();')) as Structure;
  assert.deepEqual(counts(now.post_types), counts(structure.post_types));
  for (const [type, { count, statuses }] of Object.entries(now.post_types)) {
    const list = textOf(await administrator.open(`edit.php?post_type=${type}`));
    assert.equal(numberIn(/\bAll \(([\d,]+)\)/, list), count + (statuses['archived'] ?? 0), type);
    assert.equal(numberIn(/\bArchived \(([\d,]+)\)/, list), statuses['archived'], type);
    assert.equal(numberIn(/\bExpired \(([\d,]+)\)/, list), statuses['expired'], type);
  }
});

const counts = (types: Readonly<Record<string, { readonly count: number }>>): Record<string, number> =>
  Object.fromEntries(Object.entries(types).map(([name, { count }]) => [name, count]));

function numberIn(pattern: RegExp, text: string): number {
  const found = pattern.exec(text)?.[1];
  assert.ok(found !== undefined, `${String(pattern)} is not on the page: ${text.slice(0, 1500)}`);
  return Number(found.replaceAll(',', ''));
}

const AUTHOR_PASSWORD = 'an author has one too';

/** Two statuses as a plugin registers them; of one the items are not among "All". */
const STATUSES = `<?php
add_action(
	'init',
	static function () {
		register_post_status( 'archived', array( 'public' => true, 'label_count' => _n_noop( 'Archived (%s)', 'Archived (%s)' ) ) );
		register_post_status( 'expired', array( 'private' => true, 'show_in_admin_status_list' => true, 'show_in_admin_all_list' => false, 'label_count' => _n_noop( 'Expired (%s)', 'Expired (%s)' ) ) );
	}
);
`;

const FILL_STATUSES = `
wp_set_current_user( 1 );
foreach ( array_keys( igny8_get_site_structure()['post_types'] ) as $n => $type ) {
	for ( $i = 0; $i < 3 + $n; $i++ ) {
		wp_insert_post( array( 'post_type' => $type, 'post_title' => "$type archived $i", 'post_status' => 'archived' ) );
		wp_insert_post( array( 'post_type' => $type, 'post_title' => "$type expired $i", 'post_status' => 'expired' ) );
		wp_insert_post( array( 'post_type' => $type, 'post_title' => "$type expired too $i", 'post_status' => 'expired' ) );
	}
}
return true;
`;

/** Gives every post type items of every status, trashed, sticky and password-protected ones too, by several authors. */
const FILL = `
wp_set_current_user( 1 );
$other = wp_insert_user( array( 'user_login' => 'author', 'user_pass' => '${AUTHOR_PASSWORD}', 'role' => 'author' ) );
$n     = 0;
foreach ( array_keys( igny8_get_site_structure()['post_types'] ) as $type ) {
	foreach ( array( 'publish' => 4, 'future' => 2, 'draft' => 5, 'pending' => 3, 'private' => 2, 'trash' => 3, 'auto-draft' => 2 ) as $status => $count ) {
		for ( $i = 0; $i < $count + $n; $i++ ) {
			$post = wp_insert_post(
				array(
					'post_type'     => $type,
					'post_title'    => "$type $status $i",
					'post_status'   => $status,
					'post_author'   => $i % 2 ? $other : 1,
					'post_password' => 'publish' === $status && 1 === $i ? 'secret' : '',
					'post_date'     => 'future' === $status ? '2100-01-01 00:00:00' : '2020-01-01 00:00:00',
				),
				true
			);
			if ( is_wp_error( $post ) ) {
				throw new Exception( $post->get_error_message() );
			}
			if ( 'post' === $type && 'publish' === $status && 0 === $i ) {
				stick_post( $post );
			}
			wp_save_post_revision( $post );
		}
	}
	++$n;
}
foreach ( array_keys( igny8_get_site_structure()['taxonomies'] ) as $n => $taxonomy ) {
	$parent = 0;
	for ( $i = 0; $i < 3 + $n; $i++ ) {
		$term   = wp_insert_term( "$taxonomy $i", $taxonomy, is_taxonomy_hierarchical( $taxonomy ) ? array( 'parent' => $parent ) : array() );
		$parent = is_wp_error( $term ) ? 0 : $term['term_id'];
	}
}
return true;
`;
