import { gatheredWords, notToldOf, whoIsToldRows } from '#domain/notice/who-is-told-table.ts';

/** Who gets which message: the rule that sends them, in words, on one page. */
export function WhoIsTold() {
  return (
    <section className="who-is-told" aria-label="谁收到什么通知">
      <p className="prose">
        来访人什么都知道，要他办事或者有了结果的，发短信；窗口只收来访人会为之再来的事；办理单位只收要它办的事。下面是窗口代收、在本平台办理的申请。
      </p>
      <table className="print-table">
        <thead>
          <tr>
            <th scope="col">发生了什么</th>
            <th scope="col">来访人</th>
            <th scope="col">窗口</th>
            <th scope="col">办理单位</th>
          </tr>
        </thead>
        <tbody>
          {whoIsToldRows().map((row) => (
            <tr key={row.what}>
              <th scope="row">{row.what}</th>
              <Told who="来访人" text={row.visitor} />
              <Told who="窗口" text={row.window} />
              <Told who="办理单位" text={row.unit} />
            </tr>
          ))}
        </tbody>
      </table>
      <p className="prose">{gatheredWords}</p>
      <p className="prose">{notToldOf}</p>
    </section>
  );
}

/** On a phone the head of the table is away: then each cell says whose it is. */
function Told({ who, text }: { who: string; text: string }) {
  return (
    <td data-of={who} className={text === '不通知' ? 'quiet' : undefined}>
      {text}
    </td>
  );
}
