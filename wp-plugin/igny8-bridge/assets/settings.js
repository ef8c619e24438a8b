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

	// A button was pressed, and this is the next page: whoever cannot see it hears how that ended.
	document.querySelector( '.igny8-notice' )?.focus();

	document.addEventListener( 'click', ( event ) => {
		const button = event.target.closest( '.igny8-copy' );
		if ( button ) {
			copy( button );
		} else if ( event.target.id === 'igny8-copy-diagnostics' ) {
			copyDiagnostics( event.target );
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
		sayHowCopied( button, isCopied, 'requestId' );
	}

	/** Copies the diagnostics. What is folded away cannot be; what cannot be copied at all stays open and selected. */
	function copyDiagnostics( button ) {
		const text = byId( 'igny8-diagnostics-text' );
		const details = text.closest( 'details' );
		const wasOpen = details.open;
		details.open = true;
		text.focus( { preventScroll: true } );
		text.select();
		const isCopied = document.execCommand( 'copy' );
		if ( isCopied ) {
			getSelection().removeAllRanges();
			details.open = wasOpen;
			button.focus( { preventScroll: true } );
		}
		sayHowCopied( button, isCopied, 'diagnostics' );
	}

	function sayHowCopied( button, isCopied, what ) {
		const words = isCopied ? igny8Bridge.copied : igny8Bridge.notCopied;
		sayFor( button, { word: words.word, name: words[ what ] } );
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
		const progress = await askPatiently();
		if ( run.value !== '' ) {
			return;
		}
		// It may have ended since the page was made.
		const isMine = progress?.status === 'running' || ( progress?.run && progress.run === run.dataset.running );
		run.value = isMine ? progress.run : 'of-somebody-else';
		const followed = run.value;
		let page = lookUntilOver( followed );
		if ( isMine ) {
			byId( 'igny8-steps' ).replaceChildren( byId( 'igny8-steps-template' ).content.cloneNode( true ) );
			mark( progress );
			// Should PHP have been stopped, the progress never ends, but the state does.
			const givenUp = page.then( ( html ) => sleep( 2 * LOOK_EVERY ).then( () => html ) );
			page = Promise.race( [ follow( followed ), givenUp ] ).then( ( html ) => html ?? givenUp );
		}
		page = await page;
		// Meanwhile somebody may have pressed the button here.
		if ( run.isConnected && run.value === followed ) {
			run.value = '';
			// Where somebody is at it, or reads how an attempt of their own ended, nothing else may move.
			if ( typeof page === 'string' && ! isTouched() && ! byId( 'igny8-notices' ).firstElementChild ) {
				show( page, restore );
			} else {
				showQuietly( page, restore );
			}
		}
	}

	/** Whether somebody has typed or ticked something. */
	function isTouched() {
		return [ ...document.querySelectorAll( '#igny8-bridge input:not([type="hidden"])' ) ].some(
			( field ) => field.value !== field.defaultValue || field.checked !== field.defaultChecked
		);
	}

	/** Shows how it ended in the notices, the steps and the status, and says it: neither the focus nor a field changes. */
	function showQuietly( page, restore ) {
		restore();
		if ( typeof page !== 'string' ) {
			putNotice( page );
			return;
		}
		const parts = parse( page );
		// Of somebody else's attempt the page says nothing, and what is said already stays.
		const said = [ 'igny8-notices', 'igny8-steps' ].map( ( id ) => parts.getElementById( id ) ).filter( ( part ) => part.firstElementChild );
		said.forEach( ( part ) => byId( part.id ).replaceWith( part ) );
		byId( 'igny8-status' ).closest( 'table' ).replaceWith( parts.getElementById( 'igny8-status' ).closest( 'table' ) );
		const notice = said[ 0 ]?.querySelector( '.igny8-notice' );
		// It is said once.
		notice?.removeAttribute( 'role' );
		wp.a11y.speak( ( notice?.querySelector( 'p' ).firstChild ?? byId( 'igny8-status-text' ) ).textContent );
	}

	/** Looks until nothing is under way any more; ends as loadUntil() does. */
	async function lookUntilOver( run ) {
		await sleep( LOOK_EVERY );
		return loadUntil( run, location.href, ( page ) => ! isUnderWay( page ) );
	}

	/**
	 * Loads the page until it is there and says enough. An error on the way (502, 503) does not end that, a sign-in that has
	 * ended does: that is a refusal. Null when it does not end, or when nobody waits for it any more.
	 */
	async function loadUntil( run, url, isEnough ) {
		const begun = Date.now();
		while ( Date.now() - begun < WAIT_AT_MOST ) {
			const html = await load( url );
			if ( run !== byId( 'igny8-connect' ).elements.igny8_run.value ) {
				return null;
			}
			const page = parse( html ?? '' );
			if ( page.getElementById( 'loginform' ) ) {
				return { refusal: igny8Bridge.signedOut };
			}
			if ( page.getElementById( 'igny8-status' ) && isEnough( page ) ) {
				return html;
			}
			await sleep( LOOK_EVERY );
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

	/** How far this user's attempt is, from a server that may need more than one try to tell. */
	async function askPatiently() {
		const begun = Date.now();
		let progress = await ask();
		while ( ! progress && Date.now() - begun < WAIT_FOR_FIRST ) {
			await sleep( LOOK_EVERY );
			progress = await ask();
		}
		return progress;
	}

	/** A page; null when it is not to be had just now. */
	function load( url ) {
		return fetch( url, { credentials: 'same-origin' } )
			.then( ( response ) => ( response.ok ? response.text() : null ) )
			.catch( () => null );
	}

	function parse( html ) {
		return new DOMParser().parseFromString( html, 'text/html' );
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
				return loadUntil( run, noticeUrl(), () => true );
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
		const parts = typeof page === 'string' ? parse( page ).getElementById( 'igny8-bridge' ) : null;
		if ( ! parts ) {
			restore();
			putNotice( page ).focus();
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
		// Somebody else may have begun meanwhile.
		if ( isUnderWay( document ) ) {
			resume();
		}
	}

	/** Puts a notice in place of those that are there: why there is no page that says how it ended. */
	function putNotice( page ) {
		const notice = document.createElement( 'div' );
		notice.className = 'notice notice-error inline igny8-notice';
		notice.setAttribute( 'role', 'alert' );
		notice.tabIndex = -1;
		notice.innerHTML = '<p></p>';
		notice.firstChild.textContent = page?.refusal ?? igny8Bridge.unanswered;
		byId( 'igny8-notices' ).replaceChildren( notice );
		return notice;
	}
}() );
