import type { JSX } from 'react';
import { DangerZoneScreen } from '../../../../../features/site-settings/danger-zone-screen';

export default function DangerZonePage(): JSX.Element {
  return <DangerZoneScreen />;
}
