import { type Refusal, refuse } from '../refusal.ts';

/** Roles that must say why they read a single subject's data; an officer's reason follows from the case. */
export type PurposeRole = 'supervisor' | 'window-clerk' | 'operator';

interface Purpose {
  readonly label: string;
  readonly for: readonly PurposeRole[];
}

/** The short list, in the order it is offered. `case` is never chosen: it follows from the item or the visit itself. */
export const readingPurposes = {
  visit: { label: '当事人到窗口办理', for: ['window-clerk'] },
  call: { label: '答复当事人的电话咨询', for: ['window-clerk'] },
  supervise: { label: '督办检查', for: ['supervisor'] },
  complaint: { label: '处理投诉、信访', for: ['supervisor', 'operator'] },
  audit: { label: '审计、案卷评查', for: ['supervisor', 'operator'] },
  correct: { label: '核对、更正数据', for: ['operator'] },
  fault: { label: '排查系统故障', for: ['operator'] },
  other: { label: '其他（请写明）', for: ['supervisor', 'window-clerk', 'operator'] },
} as const satisfies Readonly<Record<string, Purpose>>;

/** Key of a purpose that can be chosen. */
export type ReadingPurpose = keyof typeof readingPurposes;

/** All keys, in order. */
export const allReadingPurposes = Object.keys(readingPurposes) as readonly ReadingPurpose[];

/** What the log says where nobody is asked. */
const caseLabel = '办理本单位的办件';

/** A purpose in words; an unknown key (a release may drop one) stands for itself. */
export function purposeLabel(key: string): string {
  if (key === 'case') return caseLabel;
  if (key === 'own-form') return '代您查询，查到的不用您交';
  return readingPurposes[key as ReadingPurpose]?.label ?? key;
}

/** What somebody with these roles may choose from. */
export function purposesFor(roles: readonly string[]): readonly ReadingPurpose[] {
  return allReadingPurposes.filter((key) => readingPurposes[key].for.some((role) => roles.includes(role)));
}

/** Shortest explanation that says something. */
const shortestNote = 4;

/** Refuses a purpose that is not the role's, and 其他 without an explanation. */
export function checkPurpose(purpose: ReadingPurpose, note: string, roles: readonly string[]): Refusal | null {
  if (!purposesFor(roles).includes(purpose))
    return refuse('forbidden', 'purpose-not-yours', `“${purposeLabel(purpose)}”不是您的岗位可以选的查看目的。`);
  if (purpose === 'other' && note.trim().length < shortestNote)
    return refuse('invalid', 'purpose-unexplained', `选“其他”时请写明为什么查看，至少 ${shortestNote} 个字。`, {
      fields: [{ field: 'note', text: '请写明为什么查看。' }],
    });
  return null;
}
