/** What a list set up after 附件3 rests on: a 严重失信主体名单 under 36号, with nothing of its own yet. */
import { listDefaults } from './general-papers.ts';
import type { Matter } from './matter.ts';

export const seriousListEntry: Matter = {
  ...listDefaults,
  key: 'serious-list',
  position: 15,
  name: '严重失信主体名单',
  plain: '被主管部门列入严重失信主体名单，满一年且改正后申请移出。',
  sector: 'other',
  provincialUnit: '设列名单的省级单位',
  authority: { text: '作出列入决定的主管部门', cite: 'ndrc36:13', sure: 'V' },
};
