import { addressOf, upload } from '../api.ts';
import { Cites } from '../ui/CitedReasons.tsx';
import { FileUpload } from '../ui/FileUpload.tsx';
import { ApplyPage } from './ApplyPage.tsx';
import { type AskedMaterial, askedMaterials, checkMaterials, filesFor, ownMaterials } from './application-checks.ts';
import { recallFile, rememberFile, useApply } from './apply-context.ts';

/** 材料: what we look up ourselves, and what only the applicant has. */
export function ApplyMaterials() {
  const { chosen } = useApply();
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
              <h2 id="ours">我们自己查（{own.length}）</h2>
              <p>这些不用您交，由系统和认定单位核对。</p>
              <ul className="plain stack">
                {own.map((material) => (
                  <li key={material.key}>
                    <span className="good">✓</span> <strong>{material.name}</strong>
                    <br />
                    <span className="small">
                      {material.source === 'shared' ? '从共享数据取得' : '认定单位已有'}。{material.why}
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
  const { subjectKey, content, chosen, update } = useApply();
  const { material, recordIds } = asked;
  const set = (change: (ids: string[]) => string[]) =>
    update((now) => ({
      ...now,
      materials: {
        ...now.materials,
        ...Object.fromEntries(
          recordIds.map((id) => [id, { ...now.materials[id], [material.key]: change(filesFor(now, asked)) }]),
        ),
      },
    }));
  const send = async (file: File, onProgress: (share: number) => void) => {
    const sent = await upload('uploadAttachment', {
      params: { subjectKey },
      body: { materialKey: material.key },
      file,
      onProgress,
    });
    rememberFile(sent.attachmentId, sent.fileName, sent.bytes);
    set((ids) => [...new Set([...ids, sent.attachmentId])]);
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
      <FileUpload
        id={`file-${material.key}`}
        label={material.name}
        error={error}
        send={send}
        onRemove={(id) => set((ids) => ids.filter((one) => one !== id))}
        files={filesFor(content, asked).map((id) => ({
          id,
          ...recallFile(id),
          href: addressOf('readAttachment', { params: { subjectKey, attachmentId: id } }),
        }))}
      />
    </div>
  );
}
