import type { ItemView } from '#contract/casework.ts';
import { addressOf } from '../api.ts';
import { dayText } from '../office/when.ts';

/** 补正对照: every line of the call with what stood there before and what stands there now. */
export function CorrectionDiff({ view }: { view: ItemView }) {
  return (
    <section aria-label="补正对照">
      <h2>补正对照</h2>
      <p className="quiet">
        {dayText(view.corrections.at(-1)!.on)}补正。只开放了告知的这 {view.corrections.length} 项。
      </p>
      <table className="diff">
        <thead>
          <tr>
            <th scope="col">补正内容</th>
            <th scope="col">补正前</th>
            <th scope="col">补正后</th>
          </tr>
        </thead>
        <tbody>
          {view.corrections.map((one) => (
            <tr key={one.key}>
              <th scope="row">
                {one.name}
                <p className="quiet">{one.reason}</p>
              </th>
              <td>
                <Side view={view} text={one.before} files={one.filesBefore} />
              </td>
              <td>
                <Side view={view} text={one.after} files={one.filesAfter} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Side({ view, text, files }: { view: ItemView; text: string; files: readonly string[] }) {
  if (!text && files.length === 0) return <span className="quiet">没有</span>;
  return (
    <>
      {text && <p className="prewrap">{text}</p>}
      {files.map((id) => (
        <p key={id}>
          <a
            href={addressOf('readAttachment', {
              params: { subjectKey: view.summary.subjectKey, attachmentId: id },
            })}
            target="_blank"
            rel="noreferrer"
          >
            {view.attachments.find((one) => one.attachmentId === id)?.fileName ?? '附件'}
          </a>
        </p>
      ))}
    </>
  );
}
