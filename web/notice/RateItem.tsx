import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../api.ts';
import { asProblem } from '../api-problem.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { TextArea } from '../ui/Field.tsx';

const scores = ['非常不满意', '不满意', '基本满意', '满意', '非常满意'] as const;

/** 好差评: once for each item, 1–5, with words if one likes. */
export function RateItem({
  subjectKey,
  itemId,
  rating,
}: {
  subjectKey: string;
  itemId: string;
  rating: { score: number; comment: string | null } | null;
}) {
  const [score, setScore] = useState<number>();
  const [comment, setComment] = useState('');
  const [missing, setMissing] = useState(false);
  const queries = useQueryClient();
  const rate = useMutation({
    mutationFn: () =>
      call('rateItem', {
        params: { subjectKey, itemId },
        body: { score: score!, ...(comment.trim() ? { comment: comment.trim() } : {}) },
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['item', itemId] }),
  });
  if (rating)
    return (
      <section className="card">
        <h2>您的评价</h2>
        <p>
          {rating.score} 分，{scores[rating.score - 1]}
          {rating.comment && `：${rating.comment}`}
        </p>
        <p className="small">谢谢。每一项评价一次，不能修改。</p>
      </section>
    );
  const send = (event: React.FormEvent) => {
    event.preventDefault();
    setMissing(score === undefined);
    if (score !== undefined) rate.mutate();
  };
  return (
    <form className="card no-print" onSubmit={send}>
      <fieldset>
        <legend className="field-label">这一项办得怎么样？</legend>
        {missing && <p className="field-error">请先选 1 到 5 分</p>}
        <div className="stars">
          {scores.map((words, index) => (
            <label className="choice" key={words}>
              <input type="radio" name="score" checked={score === index + 1} onChange={() => setScore(index + 1)} />
              <span>
                <strong>{index + 1}</strong>
                <br />
                {words}
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <TextArea id="comment" label="想说的话" optional rows={3} maxLength={500} value={comment} onChange={setComment} />
      {rate.error && (
        <Banner tone="bad" live>
          <p>{asProblem(rate.error).detail}</p>
        </Banner>
      )}
      <Button type="submit" kind="secondary" busy={rate.isPending} busyText="正在提交…">
        提交评价
      </Button>
    </form>
  );
}
