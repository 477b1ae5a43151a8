import type { FieldProblem } from '../api-problem.ts';
import { checkCommitment, checkMaterials, checkReasons, checkSubject } from './application-checks.ts';
import type { Apply } from './apply-context.ts';

/** The five tasks of the form in their order, with their titles. */
export const taskTitles = {
  subject: '主体信息',
  items: '修复事项',
  reasons: '事实和理由',
  materials: '材料',
  commitment: '承诺和签名',
} as const;
export type TaskKey = keyof typeof taskTitles;
export const taskKeys = Object.keys(taskTitles) as TaskKey[];

/** Something the form still needs: its field, the sentence, and the task it belongs to. */
export interface Gap extends FieldProblem {
  readonly task: TaskKey;
}

/** What one task still needs. */
export function gapsIn(task: TaskKey, apply: Apply): FieldProblem[] {
  switch (task) {
    case 'subject':
      return checkSubject(apply.content.form);
    case 'items':
      return apply.chosen.length === 0 ? [{ field: 'choose', text: '请至少勾选一条' }] : [];
    case 'reasons':
      return checkReasons(apply.content, apply.chosen);
    case 'materials':
      return checkMaterials(apply.content, apply.chosen);
    case 'commitment':
      return checkCommitment(apply.agreed, apply.signature);
  }
}

/** Everything that keeps the form from being handed in, in the order of the form. */
export function gapsOf(apply: Apply): Gap[] {
  return taskKeys.flatMap((task) => gapsIn(task, apply).map((gap) => ({ ...gap, task })));
}
