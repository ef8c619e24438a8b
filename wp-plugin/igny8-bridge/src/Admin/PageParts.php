<?php
/**
 * The parts of the settings page.
 *
 * @package Igny8\Bridge
 */

declare(strict_types=1);

namespace Igny8\Bridge\Admin;

/**
 * Each part prints itself; the page puts them in order.
 */
final class PageParts {

	/**
	 * What the page says first.
	 *
	 * @var Notices
	 */
	public Notices $notices;

	/**
	 * The form that connects.
	 *
	 * @var ConnectForm
	 */
	public ConnectForm $connect_form;

	/**
	 * The steps of connecting.
	 *
	 * @var Steps
	 */
	public Steps $steps;

	/**
	 * The connection status.
	 *
	 * @var StatusView
	 */
	public StatusView $status;

	/**
	 * The two switches.
	 *
	 * @var SwitchesForm
	 */
	public SwitchesForm $switches;

	/**
	 * The content types.
	 *
	 * @var TypesView
	 */
	public TypesView $types;

	/**
	 * The activity log.
	 *
	 * @var ActivityLog
	 */
	public ActivityLog $log;

	/**
	 * The diagnostics.
	 *
	 * @var DiagnosticsView
	 */
	public DiagnosticsView $diagnostics;

	/**
	 * Takes the parts.
	 *
	 * @param Notices         $notices      What the page says first.
	 * @param ConnectForm     $connect_form The form that connects.
	 * @param Steps           $steps        The steps of connecting.
	 * @param StatusView      $status       The connection status.
	 * @param SwitchesForm    $switches     The two switches.
	 * @param TypesView       $types        The content types.
	 * @param ActivityLog     $log          The activity log.
	 * @param DiagnosticsView $diagnostics  The diagnostics.
	 */
	public function __construct( Notices $notices, ConnectForm $connect_form, Steps $steps, StatusView $status, SwitchesForm $switches, TypesView $types, ActivityLog $log, DiagnosticsView $diagnostics ) {
		$this->notices      = $notices;
		$this->connect_form = $connect_form;
		$this->steps        = $steps;
		$this->status       = $status;
		$this->switches     = $switches;
		$this->types        = $types;
		$this->log          = $log;
		$this->diagnostics  = $diagnostics;
	}
}
