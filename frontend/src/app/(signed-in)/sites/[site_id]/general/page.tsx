import type { JSX } from 'react';
import { GeneralScreen } from '../../../../../features/site-settings/general-screen';

export default function GeneralPage(): JSX.Element {
  return <GeneralScreen />;
}
