'use client';

import { Button, Menu, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type JSX } from 'react';
import { DownIcon, PersonIcon } from '../../ui/icons';
import { browserApi } from '../api/browser-api';
import classes from './account-menu.module.css';
import { meQuery } from './queries';
import { signOut } from './session-api';
import { tellOtherTabs } from './session-news';

const THEMES: readonly { readonly value: MantineColorScheme; readonly label: string }[] = [
  { value: 'auto', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];

/** Who is signed in, the theme, and the way out. */
export function AccountMenu(): JSX.Element {
  const { data: me } = useQuery(meQuery(browserApi));
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [problem, setProblem] = useState('');
  const email = me?.user?.email ?? '';

  async function leave(): Promise<void> {
    try {
      await signOut();
      tellOtherTabs('signed out');
      window.location.assign('/sign-in');
    } catch {
      setProblem('Not signed out: IGNY8 cannot be reached.');
    }
  }

  return (
    <Menu position="bottom-end" width={260} withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          className={classes['button']}
          leftSection={<PersonIcon />}
          rightSection={<DownIcon />}
          aria-label={`Account ${email}`}
        >
          <span className={classes['email']}>{email}</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label className={classes['who']}>
          {email}
          <br />
          {me?.account.name}
        </Menu.Label>
        <Menu.Divider />
        <Menu.Label>Theme</Menu.Label>
        <Menu.RadioGroup
          value={colorScheme}
          onChange={(value) => {
            setColorScheme(value as MantineColorScheme);
          }}
        >
          {THEMES.map(({ value, label }) => (
            <Menu.RadioItem key={value} value={value}>
              {label}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item closeMenuOnClick={false} onClick={() => void leave()}>
          {problem === '' ? 'Sign out' : problem}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
