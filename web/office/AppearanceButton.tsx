import { Button } from 'antd';
import { useContext } from 'react';
import { AppearanceChoice } from './appearance.ts';
import { useRemembered } from './remembered.ts';
import type { Appearance } from './theme.ts';

const next: Readonly<Record<Appearance, Appearance>> = { system: 'light', light: 'dark', dark: 'system' };
const label: Readonly<Record<Appearance, string>> = { system: '外观：随系统', light: '外观：浅色', dark: '外观：深色' };

/** Light, dark, or as the machine has it; remembered on this machine. */
export function AppearanceButton() {
  const { appearance, choose } = useContext(AppearanceChoice);
  const [, remember] = useRemembered<Appearance>('appearance', appearance);
  const change = () => {
    remember(next[appearance]);
    choose(next[appearance]);
  };
  return (
    <Button type="text" onClick={change}>
      {label[appearance]}
    </Button>
  );
}
