import { useState } from 'react';
import type { FieldProblem } from '../api-problem.ts';
import {
  answersToSend,
  answerTo,
  type CalledField,
  type CalledLine,
  type CorrectionAnswer,
  faultOfAnswer,
} from './correction-answers.ts';

interface Call<F> {
  readonly missing: readonly CalledLine[];
  readonly fields: readonly CalledField[];
  /** The attachment's id of a file. */
  readonly fileId: (file: F) => string;
  /** The id of the control of a line: what the error summary links to. */
  readonly controlOf: (key: string) => string;
  /** Where the answers are held; the hook's own state where nothing is given. */
  readonly held?: readonly [CorrectionAnswers<F>, (next: (all: CorrectionAnswers<F>) => CorrectionAnswers<F>) => void];
}

type CorrectionAnswers<F> = Readonly<Record<string, CorrectionAnswer<F>>>;

/** The answers to one call for correction while they are given: by the applicant, by number and code, or at a window. */
export function useCorrection<F>({ missing, fields, fileId, controlOf, held }: Call<F>) {
  const own = useState<CorrectionAnswers<F>>({});
  const [answers, setAnswers] = held ?? own;
  const [faults, setFaults] = useState<FieldProblem[]>([]);
  const settle = (key: string) => setFaults((now) => now.filter((one) => one.field !== controlOf(key)));
  const change = (key: string, to: (now: CorrectionAnswer<F>) => Partial<CorrectionAnswer<F>>) => {
    setAnswers((all) => {
      const now = answerTo(all, fields, key);
      return { ...all, [key]: { ...now, ...to(now) } };
    });
    settle(key);
  };
  return {
    answerTo: (key: string) => answerTo(answers, fields, key),
    faults,
    faultOf: (key: string) => faults.find((one) => one.field === controlOf(key))?.text,
    setText: (key: string, text: string) => change(key, () => ({ text, kept: false })),
    setKept: (key: string, kept: boolean) => change(key, () => ({ kept })),
    setFiles: (key: string, to: (files: readonly F[]) => readonly F[]) =>
      change(key, (now) => ({ files: to(now.files) })),
    /** Looks over every line; true where all may be sent. */
    check(): boolean {
      const found = missing.flatMap((line) => {
        const text = faultOfAnswer(line, fields, answerTo(answers, fields, line.key));
        return text ? [{ field: controlOf(line.key), text }] : [];
      });
      setFaults(found);
      return found.length === 0;
    },
    toSend: () => answersToSend(missing, fields, answers, fileId),
  };
}
export type Correction<F> = ReturnType<typeof useCorrection<F>>;
