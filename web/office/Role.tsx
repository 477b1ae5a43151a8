import type { ReactNode } from 'react';
import { Forbidden } from './Loaded.tsx';
import { itemRoles, screens } from './screens.ts';
import { hasRole, useOfficer } from './session.ts';
import { roleWord } from './words.ts';

/** Shows a screen to those whose it is, and to others whose it is. The server decides again on every question. */
export function Role({ of, children }: { of: string; children: ReactNode }) {
  const officer = useOfficer();
  const roles = of === 'item' ? itemRoles : (screens.find((one) => one.path === of)?.roles ?? []);
  if (hasRole(officer, roles)) return <>{children}</>;
  const mine = officer.roles.map(roleWord).join('、') || '没有岗位';
  return (
    <Forbidden
      text={`这一页由${roles.map(roleWord).join('、')}使用，您的岗位是：${mine}。需要开通请联系本单位的账号管理人员。`}
    />
  );
}
