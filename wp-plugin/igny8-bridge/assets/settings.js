/**
 * Shows the steps while the site connects. Without this script the same form does the same and the next page says how it
 * ended.
 */
( function () {
	'use strict';

	const POLL_EVERY = 250;
	const LOOK_EVERY = 3000;
	// The server gives up on itself after three minutes.
	const WAIT_AT_MOST = 200000;
	// Longer than the server waits for somebody else who is connecting.
	const WAIT_FOR_FIRST = 30000;

	const sleep = ( milliseconds ) => new Promise( ( done ) => setTimeout( done, milliseconds ) );
	const byId = ( id ) => document.getElementById( id );

	document.addEventListener( 'submit', ( event ) => {
		if ( event.target.id === 'igny8-connect' ) {
			event.preventDefault();
			connect( event.target );
		}
	} );

	if ( isUnderWay( document ) ) {
		resume();
	}

	document.addEventListener( 'click', ( event ) => {
		const button = event.target.closest( '.igny8-copy' );
		if ( button ) {
			copy( button );
		}
	} );

	/** Copies what stands before the button. What cannot be copied stays selected. */
	function copy( button ) {
		getSelection().selectAllChildren( button.previousElementSibling );
		// Not navigator.clipboard: a page without https has none.
		const isCopied = document.execCommand( 'copy' );
		if ( isCopied ) {
			getSelection().removeAllRanges();
		}
		sayFor( button, isCopied ? igny8Bridge.copied : igny8Bridge.notCopied );
	}

	/** Says something in place of a button's word, and of its name, for a moment. */
	async function sayFor( button, { word, name } ) {
		if ( button.dataset.word === undefined ) {
			button.dataset.word = button.textContent;
			button.dataset.name = button.getAttribute( 'aria-label' );
		}
		button.textContent = word;
		button.setAttribute( 'aria-label', name );
		wp.a11y.speak( name );
		await sleep( 2000 );
		button.textContent = button.dataset.word;
		button.setAttribute( 'aria-label', button.dataset.name );
	}

	async function connect( form ) {
		const button = byId( 'igny8-connect-button' );
		if ( button.getAttribute( 'aria-disabled' ) === 'true' ) {
			return;
		}
		const run = Date.now().toString( 36 ) + '-' + Math.random().toString( 36 ).slice( 2, 12 );
		form.elements.igny8_run.value = run;
		const text = button.textContent;
		button.textContent = button.dataset.working;
		button.setAttribute( 'aria-disabled', 'true' );
		byId( 'igny8-notices' ).replaceChildren();
		const restore = remember( 'igny8-steps', 'igny8-status' );
		byId( 'igny8-steps' ).replaceChildren( byId( 'igny8-steps-template' ).content.cloneNode( true ) );
		say( igny8Bridge.statuses.first );

		// Not form.action: a field of that name hides it.
		const answer = fetch( form.getAttribute( 'action' ), { method: 'POST', body: new FormData( form ), credentials: 'same-origin' } )
			.then( ( response ) => ( response.ok ? response.text() : refused( response ) ), () => null );
		// A proxy may give up on the long request while PHP goes on: then the progress tells when it is over.
		const told = follow( run );
		const page = ( await Promise.race( [ answer, told ] ) ) ?? ( await told );

		button.textContent = text;
		button.removeAttribute( 'aria-disabled' );
		// Whoever still asks how far this run is need not go on.
		form.elements.igny8_run.value = '';
		show( page, restore );
	}

	/**
	 * A refusal is final, and what happened is said; after an error of the server or a proxy (5xx) PHP may still be at it.
	 * WordPress answers 400 to who is signed out and 403 to a page that is too old.
	 */
	function refused( response ) {
		if ( response.status >= 500 ) {
			return null;
		}
		const isOver = [ 400, 401, 403 ].includes( response.status );
		return { refusal: isOver ? igny8Bridge.signedOut : igny8Bridge.refused.replace( '%s', response.status ) };
	}

	/** Remembers parts of the page; the answer puts them back. */
	function remember( ...ids ) {
		const parts = ids.map( ( id ) => byId( id ).cloneNode( true ) );
		return () => parts.forEach( ( part ) => byId( part.id ).replaceWith( part ) );
	}

	/** The page was loaded while somebody connects: goes on showing the steps if they are this user's, then how it ended. */
	async function resume() {
		const run = byId( 'igny8-connect' ).elements.igny8_run;
		const restore = remember( 'igny8-steps', 'igny8-status' );
		// A browser may have kept what stood here before the page was reloaded.
		run.value = '';
		const progress = await ask();
		if ( run.value !== '' ) {
			return;
		}
		const isMine = progress?.status === 'running';
		run.value = isMine ? progress.run : 'of-somebody-else';
		const followed = run.value;
		let page = null;
		if ( isMine ) {
			byId( 'igny8-steps' ).replaceChildren( byId( 'igny8-steps-template' ).content.cloneNode( true ) );
			mark( progress );
			// Should PHP have been stopped, the progress never ends, but the state does.
			const givenUp = lookUntilOver( followed );
			page = await Promise.race( [ follow( followed ), givenUp.then( ( html ) => sleep( 2 * LOOK_EVERY ).then( () => html ) ) ] );
		} else {
			page = await lookUntilOver( followed );
		}
		// Meanwhile somebody may have pressed the button here.
		if ( run.isConnected && run.value === followed ) {
			run.value = '';
			if ( page === null ) {
				restore();
			} else if ( isTouched() ) {
				// Somebody is at it: nothing but the steps and the status may move.
				showStatus( page, restore );
			} else {
				show( page, restore );
			}
		}
	}

	/** Whether somebody has typed or ticked something. */
	function isTouched() {
		return [ ...document.querySelectorAll( '#igny8-bridge input:not([type="hidden"])' ) ].some(
			( field ) => field.value !== field.defaultValue || field.checked !== field.defaultChecked
		);
	}

	/** Shows how it ended in the status line only. */
	function showStatus( page, restore ) {
		const status = new DOMParser().parseFromString( page, 'text/html' ).getElementById( 'igny8-status' );
		restore();
		if ( status ) {
			byId( 'igny8-status' ).closest( 'table' ).replaceWith( status.closest( 'table' ) );
		}
	}

	/** Loads the page until nothing is under way any more; null when that does not end. */
	async function lookUntilOver( run ) {
		const begun = Date.now();
		while ( Date.now() - begun < WAIT_AT_MOST ) {
			await sleep( LOOK_EVERY );
			const page = await load( location.href );
			if ( run !== byId( 'igny8-connect' ).elements.igny8_run.value ) {
				return null;
			}
			if ( page && ! isUnderWay( new DOMParser().parseFromString( page, 'text/html' ) ) ) {
				return page;
			}
		}
		return null;
	}

	/** Whether the status of a page says that something goes on. A site with sync off rests in the same state, and does not. */
	function isUnderWay( page ) {
		return page.getElementById( 'igny8-status' )?.classList.contains( 'igny8-status-working' ) === true;
	}

	/** How far this user's attempt is; null when nobody knows. */
	function ask() {
		return fetch( igny8Bridge.progressUrl, { credentials: 'same-origin' } )
			.then( ( response ) => response.json() )
			.then( ( json ) => json.data, () => null );
	}

	function load( url ) {
		return fetch( url, { credentials: 'same-origin' } ).then( ( response ) => response.text(), () => null );
	}

	/** Asks how far it is until it is over, and then for the page that says how it ended; null when nobody knows. */
	async function follow( run ) {
		const begun = Date.now();
		let isKnown = false;
		let lastTook = 0;
		while ( Date.now() - begun < ( isKnown ? WAIT_AT_MOST : WAIT_FOR_FIRST ) ) {
			// A slow server has better things to do than to tell how far it is: at most half of the time it is asked.
			await sleep( Math.max( POLL_EVERY, lastTook ) );
			const asked = Date.now();
			const progress = await ask();
			lastTook = Date.now() - asked;
			// Meanwhile the page may have been replaced by the one that says how it ended.
			if ( run !== byId( 'igny8-connect' ).elements.igny8_run.value ) {
				return null;
			}
			if ( ! progress || progress.run !== run ) {
				continue;
			}
			isKnown = true;
			mark( progress );
			if ( progress.status !== 'running' ) {
				// The long request is about to have its answer; only if it has none the page is asked for.
				await sleep( 1000 );
				return load( noticeUrl() );
			}
		}
		return null;
	}

	function noticeUrl() {
		const url = new URL( location.href );
		url.searchParams.set( 'igny8-notice', 'connect' );
		url.searchParams.delete( 'igny8-confirm' );
		url.hash = '';
		return url;
	}

	/** Marks what is done and what is running. Only what changes is touched, so that it is read out once. */
	function mark( progress ) {
		const items = [ ...document.querySelectorAll( '#igny8-steps li' ) ];
		const current = items.findIndex( ( item ) => item.dataset.step === progress.step );
		items.forEach( ( item, index ) => {
			let state = 'pending';
			if ( index < current ) {
				state = 'done';
			} else if ( index === current ) {
				state = progress.status;
			}
			if ( item.dataset.state !== state ) {
				item.dataset.state = state;
				item.querySelector( '.igny8-step-state' ).textContent = igny8Bridge.words[ state ];
			}
		} );
		if ( current > 3 ) {
			say( igny8Bridge.statuses.later );
		}
	}

	/** Says in the status line what is going on. */
	function say( text ) {
		const status = byId( 'igny8-status' );
		status.className = 'igny8-status igny8-status-working igny8-status-live';
		status.querySelector( '.dashicons' ).className = 'dashicons dashicons-update';
		byId( 'igny8-status-text' ).textContent = text;
	}

	/**
	 * Puts the page that says how it ended in place of this one. After an error the fields keep what was typed. Without such
	 * a page this one becomes again what it was, and says what happened.
	 */
	function show( page, restore ) {
		const html = typeof page === 'string' ? page : '';
		const parts = html ? new DOMParser().parseFromString( html, 'text/html' ).getElementById( 'igny8-bridge' ) : null;
		if ( ! parts ) {
			restore();
			const notice = document.createElement( 'div' );
			notice.className = 'notice notice-error inline igny8-notice';
			notice.setAttribute( 'role', 'alert' );
			notice.tabIndex = -1;
			notice.innerHTML = '<p></p>';
			notice.firstChild.textContent = page?.refusal ?? igny8Bridge.unanswered;
			byId( 'igny8-notices' ).replaceChildren( notice );
			notice.focus();
			return;
		}
		const typed = { igny8_email: byId( 'igny8_email' ).value, igny8_api_key: byId( 'igny8_api_key' ).value };
		byId( 'igny8-bridge' ).replaceWith( parts );
		const error = parts.querySelector( '.igny8-notice[role="alert"]' );
		if ( error ) {
			Object.entries( typed ).forEach( ( [ id, value ] ) => {
				byId( id ).value = value;
			} );
			error.focus();
		} else {
			byId( 'igny8-status' ).focus();
		}
	}
}() );
