/** One screen of the office: where it is, what it is called, and whose it is (the callers of its first question in contract). */
export interface Screen {
  readonly path: string;
  readonly label: string;
  readonly roles: readonly string[];
  /** Of supervisors, only the province's. */
  readonly province?: true;
}

/** In the order of the navigation: the daily desk first. */
export const screens: readonly Screen[] = [
  { path: '/queue', label: '办件', roles: ['officer'] },
  { path: '/sign-off', label: '审核签发', roles: ['officer', 'reviewer', 'head'] },
  { path: '/opinions', label: '征求意见', roles: ['officer'] },
  { path: '/team', label: '人员分工', roles: ['officer'] },
  { path: '/objections', label: '异议', roles: ['officer'] },
  { path: '/window', label: '窗口收件', roles: ['window-clerk'] },
  { path: '/counter-queue', label: '窗口待办', roles: ['window-clerk'] },
  { path: '/supervision', label: '督办', roles: ['supervisor'] },
  { path: '/records', label: '失信信息', roles: ['officer'] },
  { path: '/record-orders', label: '信息处置', roles: ['officer', 'supervisor'] },
  { path: '/notices', label: '两书同达', roles: ['officer'] },
  { path: '/imports', label: '导入信息', roles: ['officer', 'operator'] },
  { path: '/exchanges', label: '外部回执', roles: ['officer', 'supervisor', 'operator'] },
  { path: '/catalog', label: '目录管理', roles: ['catalog-keeper', 'supervisor', 'operator'] },
  { path: '/guide-copies', label: '网站指引', roles: ['catalog-keeper', 'supervisor', 'operator'] },
  { path: '/readings', label: '查阅记录', roles: ['supervisor', 'operator'], province: true },
  { path: '/partner-keys', label: '推送密钥', roles: ['operator'] },
  { path: '/messages', label: '消息', roles: ['officer', 'window-clerk'] },
];

/** The screens that somebody with these roles opens, in this region (first digits of its code). */
export function screensFor(roles: readonly string[], regionPrefix: string | null): Screen[] {
  return screens.filter((screen) =>
    screen.roles.some(
      (role) => roles.includes(role) && (!screen.province || role !== 'supervisor' || regionPrefix === '36'),
    ),
  );
}

/** Who opens an item: its paths lie below several screens. */
export const itemRoles: readonly string[] = ['officer', 'window-clerk', 'supervisor'];
