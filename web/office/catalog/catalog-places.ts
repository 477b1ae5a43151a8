/** The screens of the keepers, in the order of their navigation; a path that goes on below one belongs to it. */
export const catalogPlaces: readonly { readonly path: string; readonly label: string }[] = [
  { path: '/catalog', label: '要办的事' },
  { path: '/catalog/matters', label: '事项' },
  { path: '/catalog/changes', label: '报备' },
  { path: '/catalog/points', label: '待确认问题' },
  { path: '/catalog/standards', label: '分类标准' },
  { path: '/catalog/calendar', label: '工作日历' },
  { path: '/catalog/units', label: '单位' },
];
