import { createContext, useContext } from 'react';
import type { SessionView } from '#contract/access.ts';

/** A signed-in person of an office. */
export type Officer = SessionView & { readonly kind: 'officer' };

const OfficerContext = createContext<Officer | null>(null);
export const OfficerProvider = OfficerContext.Provider;

/** Who is working; only screens below the layout ask, and the layout shows them only to somebody signed in. */
export function useOfficer(): Officer {
  const officer = useContext(OfficerContext);
  if (!officer) throw new Error('useOfficer outside the signed-in layout');
  return officer;
}

/** Whether the person has one of the roles. */
export function hasRole(officer: Officer, roles: readonly string[]): boolean {
  return roles.some((role) => officer.roles.includes(role));
}
