import type { CustomsGradeView } from '#contract/handed-over.ts';
import { Cites } from '../office/Cites.tsx';
import { dayText } from '../office/when.ts';

/** A customs matter: grade before and after, when it can be asked for, what a grant means; what is inferred says so. */
export function CustomsGrade({ grade }: { grade: CustomsGradeView }) {
  return (
    <section aria-labelledby="customs-grade">
      <h3 id="customs-grade">海关信用等级</h3>
      <dl className="facts">
        <dt>申请类型</dt>
        <dd>{grade.route}</dd>
        <dt>现在的等级</dt>
        <dd>{grade.now ?? '这种申请不涉及等级'}</dd>
        <dt>准予以后</dt>
        <dd>{grade.after ?? '等级不变'}</dd>
        {grade.waits.map((one) => (
          <Wait key={one.text} wait={one} />
        ))}
        <dt>准予的意思</dt>
        <dd>
          <ul className="tight">
            {grade.means.map((one) => (
              <li key={one.text}>
                {one.text} <Cites cites={one.cites} />
              </li>
            ))}
          </ul>
        </dd>
        {grade.byItself && (
          <>
            <dt>不用申请的</dt>
            <dd>
              {grade.byItself.text} <Cites cites={grade.byItself.cites} />
            </dd>
          </>
        )}
      </dl>
      {grade.notes.map((one) => (
        <p key={one.text}>
          <span className="chip chip-attention">▲ 没有写明</span> {one.text} <Cites cites={one.cites} />
        </p>
      ))}
    </section>
  );
}

function Wait({ wait }: { wait: CustomsGradeView['waits'][number] }) {
  return (
    <>
      <dt>什么时候可以申请</dt>
      <dd>
        {wait.text}
        {wait.from ? `，${dayText(wait.from)}起${wait.open ? '（已到）' : ''}` : '，没有登记起算的日期'}{' '}
        <Cites cites={wait.cites} />
      </dd>
    </>
  );
}
