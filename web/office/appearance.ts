import { createContext } from 'react';
import type { Appearance } from './theme.ts';

/** Light, dark or as the machine has it, and how to choose. */
export const AppearanceChoice = createContext<{ appearance: Appearance; choose: (appearance: Appearance) => void }>({
  appearance: 'system',
  choose: () => {},
});
