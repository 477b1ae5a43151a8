import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { AssessmentCase } from '#contract/assessments.ts';
import { call } from '../api.ts';

/** What a reminder is about: a record, or a case of the calculator. */
export type Reminded = { readonly recordId: string } | { readonly case: AssessmentCase };

/** The reminders of a subject, with setting and taking back. */
export function useReminders(subjectKey: string | null) {
  const queries = useQueryClient();
  const key = ['reminders', subjectKey];
  const list = useQuery({
    queryKey: key,
    queryFn: () => call('listReminders', { params: { subjectKey: subjectKey! } }),
    enabled: subjectKey !== null,
  });
  const refresh = () => queries.invalidateQueries({ queryKey: key });
  const set = useMutation({
    mutationFn: (about: Reminded) => call('setReminder', { params: { subjectKey: subjectKey! }, body: about }),
    onSettled: refresh,
  });
  const cancel = useMutation({
    mutationFn: (reminderId: string) => call('cancelReminder', { params: { subjectKey: subjectKey!, reminderId } }),
    onSettled: refresh,
  });
  return { reminders: list.data?.reminders ?? [], set, cancel };
}
