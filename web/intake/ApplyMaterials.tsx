import { addressOf } from '../api.ts';
import { Cites } from '../ui/CitedReasons.tsx';
import { FileUpload } from '../ui/FileUpload.tsx';
import { ApplyPage } from './ApplyPage.tsx';
import {
  type AskedMaterial,
  askedMaterials,
  type ChosenRecord,
  checkMaterials,
  filesFor,
  ownMaterials,
} from './application-checks.ts';
import { recallFile, rememberFile, useApply } from './apply-context.ts';
import { ReuseMaterial, useReusable } from './ReuseMaterial.tsx';
import { type Kept, sendMaterial } from './send-material.ts';

/** 材料: what we look up ourselves, and what only the applicant has. */
export function ApplyMaterials() {
  const { chosen, asking } = useApply();
  const asked = askedMaterials(chosen);
  const own = ownMaterials(chosen);
  return (
    <ApplyPage
      title="材料"
      lead={asked.length === 0 ? '这次不需要您交任何材料。' : '同一份材料只交一次，用于所有需要它的事项。'}
      check={(apply) => checkMaterials(apply.content, apply.chosen)}
    >
      {(error) => (
        <>
          {asking && <p role="status">正在查缴款记录，查到的就不用交…</p>}
          {asked.length > 0 && (
            <section className="stack" aria-labelledby="yours">
              <h2 id="yours">需要您提供（{asked.length}）</h2>
              {asked.map((one) => (
                <AskedCard key={one.material.key} asked={one} error={error(`material-${one.material.key}`)} />
              ))}
            </section>
          )}
          {own.length > 0 && (
            <section className="card" aria-labelledby="ours">
              <h2 id="ours">我们自己查，不用交（{own.length}）</h2>
              <p>这些由系统和认定单位核对，您什么都不用做。</p>
              <ul className="plain stack">
                {own.map((material) => (
                  <li key={`${material.key} ${material.why}`}>
                    <span className="good">✓</span> <strong>{material.name}</strong>
                    <br />
                    <span className="small">
                      {material.source === 'shared' ? '从共享数据和本系统取得' : '认定单位已有'}。{material.why}
                    </span>{' '}
                    <Cites cites={material.cites} />
                  </li>
                ))}
              </ul>
            </section>
          )}
        </>
      )}
    </ApplyPage>
  );
}

function AskedCard({ asked, error }: { asked: AskedMaterial; error: string | undefined }) {
  const { draftId, subjectKey, content, chosen, update } = useApply();
  const { material, recordIds } = asked;
  /** Puts a file to these records and takes it from the others. */
  const assign = (fileId: string, to: readonly string[]) =>
    update((now) => ({
      ...now,
      materials: {
        ...now.materials,
        ...Object.fromEntries(
          recordIds.map((id) => {
            const others = (now.materials[id]?.[material.key] ?? []).filter((one) => one !== fileId);
            return [id, { ...now.materials[id], [material.key]: to.includes(id) ? [...others, fileId] : others }];
          }),
        ),
      },
    }));
  const { data: reusable } = useReusable(subjectKey);
  const take = (kept: Kept) => {
    rememberFile(kept.attachmentId, { name: kept.fileName, bytes: kept.bytes, waiting: kept.scan === 'waiting' });
    assign(kept.attachmentId, recordIds);
  };
  const matters = new Set(
    chosen.filter((one) => recordIds.includes(one.record.recordId)).map((one) => one.record.matterName),
  );
  return (
    <div className="card" id={`material-${material.key}`} tabIndex={-1}>
      <h3>
        {material.name}
        {!material.required && <span className="field-optional">（有就交）</span>}
      </h3>
      <p>
        {material.why} <Cites cites={material.cites} />
      </p>
      <p className="small">
        用于：{[...matters].join('、')}
        {recordIds.length > 1 && `，共 ${recordIds.length} 条`}
      </p>
      <SharedSaid chosen={chosen.filter((one) => recordIds.includes(one.record.recordId))} />
      <ReuseMaterial subjectKey={subjectKey} materialKey={material.key} onReused={take} />
      <FileUpload
        id={`file-${material.key}`}
        label={material.name}
        error={error}
        pendingKey={`${draftId}/${material.key}`}
        limitMb={reusable?.limitMb}
        send={async (file, onProgress, signal) =>
          take(await sendMaterial(subjectKey, material.key, file, onProgress, signal))
        }
        onRemove={(id) => assign(id, [])}
        below={recordIds.length > 1 ? (file) => <UsedFor asked={asked} fileId={file.id} assign={assign} /> : undefined}
        files={filesFor(content, asked).map((id) => ({
          id,
          ...recallFile(id),
          href: addressOf('readAttachment', { params: { subjectKey, attachmentId: id } }),
        }))}
      />
    </div>
  );
}

/** What shared data says of the payment where the paper is needed all the same: nothing, only a part, or nothing could be asked. */
function SharedSaid({ chosen }: { chosen: readonly ChosenRecord[] }) {
  const said = chosen.flatMap(({ record, proof }) => (proof && proof.standing !== 'paid' ? [{ record, proof }] : []));
  if (said.length === 0) return null;
  return (
    <ul className="plain small" aria-label="共享数据查到的">
      {said.map(({ record, proof }) => (
        <li key={record.recordId}>
          {record.docNumber}：{proof.text}
        </li>
      ))}
    </ul>
  );
}

interface UsedForProps {
  asked: AskedMaterial;
  fileId: string;
  assign: (fileId: string, to: readonly string[]) => void;
}

/** Which records a file goes to: each authority sees only the files of its own records. */
function UsedFor({ asked, fileId, assign }: UsedForProps) {
  const { chosen, content } = useApply();
  const used = asked.recordIds.filter((id) => content.materials[id]?.[asked.material.key]?.includes(fileId));
  return (
    <details className="unfold used-for">
      <summary>
        {used.length === asked.recordIds.length ? `用于全部 ${used.length} 条` : `用于其中 ${used.length} 条`}，改
      </summary>
      <p className="small">每个认定单位只看到自己那几条的材料。不相关的请去掉勾。</p>
      {chosen
        .filter(({ record }) => asked.recordIds.includes(record.recordId))
        .map(({ record }) => (
          <label className="choice" key={record.recordId}>
            <input
              type="checkbox"
              checked={used.includes(record.recordId)}
              onChange={() =>
                assign(
                  fileId,
                  used.includes(record.recordId)
                    ? used.filter((id) => id !== record.recordId)
                    : [...used, record.recordId],
                )
              }
            />
            <span>
              <span className="choice-label">{record.plain}</span>
              <span className="choice-hint">
                {record.organName} · {record.docNumber}
              </span>
            </span>
          </label>
        ))}
    </details>
  );
}
