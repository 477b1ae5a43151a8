import { Button, Radio } from 'antd';
import {
  authorisationWays,
  type DocumentKind,
  documentKinds,
  identityWays,
  visitorRelations,
} from '#domain/intake/window-visit.ts';
import { Labelled } from '../Labelled.tsx';
import { TextLine } from '../TextInput.tsx';
import { UploadField } from './UploadField.tsx';
import { agentOf, emptyPerson, type PersonTyped, type Visit } from './visit.ts';

interface Props {
  readonly subjectKey: string;
  readonly visit: Visit;
  readonly change: (part: Partial<Visit>) => void;
}

const optionsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));
const fits = (relation: string, kind: string | undefined) =>
  relation === 'agent' || (kind === 'organisation' ? relation === 'legal-rep' : relation === 'self');

/** Who stands at the counter, in which capacity, and how it was checked that they are who they say. */
export function VisitorPart({ subjectKey, visit, change }: Props) {
  const set = (at: number, part: Partial<PersonTyped>) =>
    change({ persons: visit.persons.map((one, index) => (index === at ? { ...one, ...part } : one)) });
  return (
    <section className="card" id="visit-persons" aria-labelledby="visitor-title">
      <h2 id="visitor-title">
        来访人 <kbd>Alt+1</kbd>
      </h2>
      {visit.persons.map((person, at) => (
        <Person
          key={at}
          at={at}
          person={person}
          subjectKey={subjectKey}
          visit={visit}
          change={change}
          set={(part) => set(at, part)}
        />
      ))}
      <div className="row-acts">
        <Button
          size="small"
          onClick={() => change({ persons: [...visit.persons, { ...emptyPerson, relation: 'agent' }] })}
        >
          再登记一位
        </Button>
        {visit.persons.length > 1 && (
          <Button size="small" onClick={() => change({ persons: visit.persons.slice(0, -1) })}>
            去掉最后一位
          </Button>
        )}
      </div>
    </section>
  );
}

interface PersonProps extends Props {
  readonly at: number;
  readonly person: PersonTyped;
  readonly set: (part: Partial<PersonTyped>) => void;
}

function Person({ at, person, subjectKey, visit, change, set }: PersonProps) {
  const id = (name: string) => `person-${at}-${name}`;
  const relations = optionsOf(visitorRelations).filter((one) => fits(one.value, visit.form.subjectKind));
  const known = (visit.form.subjectKind === 'person' ? visit.form.name : visit.form.legalRep) ?? '';
  const setRelation = (relation: PersonTyped['relation']) => {
    // The prefilled name is that of the person in charge; an agent's is not known.
    const name =
      relation === 'agent' && person.name === known ? '' : relation !== 'agent' && !person.name ? known : null;
    set({ relation, ...(name === null ? {} : { name }) });
  };
  return (
    <fieldset className="person">
      <legend className="visually-hidden">第 {at + 1} 位来访人</legend>
      <div id={id('relation')}>
        <Radio.Group
          aria-label="以什么身份来办"
          value={person.relation}
          onChange={(event) => setRelation(event.target.value as PersonTyped['relation'])}
          options={relations}
        />
      </div>
      <div className="person-row">
        <Labelled label="姓名" id={id('name')}>
          {(field) => (
            <TextLine
              id={field}
              value={person.name}
              maxLength={60}
              onChange={(event) => set({ name: event.target.value })}
            />
          )}
        </Labelled>
        <Labelled label="证件号码" id={id('documentNumber')}>
          {(field) => (
            <TextLine
              id={field}
              value={person.documentNumber}
              maxLength={40}
              autoComplete="off"
              onChange={(event) => set({ documentNumber: event.target.value })}
            />
          )}
        </Labelled>
      </div>
      <div className="person-row">
        <Labelled label="核对方式">
          {() => (
            <div id={id('way')}>
              <Radio.Group
                aria-label="核对方式"
                value={person.way}
                onChange={(event) => set({ way: event.target.value as PersonTyped['way'] })}
                options={optionsOf(identityWays)}
              />
            </div>
          )}
        </Labelled>
      </div>
      <Labelled label="证件类型" id={id('document')} inline>
        {(field) => (
          <select
            id={field}
            className="plain-select"
            value={person.document}
            onChange={(event) => set({ document: event.target.value as DocumentKind })}
          >
            {optionsOf(documentKinds).map((one) => (
              <option key={one.value} value={one.value}>
                {one.label}
              </option>
            ))}
          </select>
        )}
      </Labelled>
      {person.relation === 'agent' && (
        <Authority at={at} person={person} subjectKey={subjectKey} set={set} visit={visit} change={change} />
      )}
    </fieldset>
  );
}

function Authority({ at, person, subjectKey, set, visit, change }: PersonProps) {
  return (
    <>
      {agentOf(visit) === person && (
        <Labelled label="经办人电话" id="agent-phone">
          {(id) => (
            <TextLine
              id={id}
              value={visit.agentPhone}
              maxLength={20}
              onChange={(event) => change({ agentPhone: event.target.value })}
            />
          )}
        </Labelled>
      )}
      <Labelled label="凭什么代办">
        {() => (
          <div id={`person-${at}-authorisation`}>
            <Radio.Group
              aria-label="凭什么代办"
              value={person.authorisation}
              onChange={(event) => set({ authorisation: event.target.value as PersonTyped['authorisation'] })}
              options={optionsOf(authorisationWays)}
            />
          </div>
        )}
      </Labelled>
      {person.authorisation === 'paper' && (
        <UploadField
          subjectKey={subjectKey}
          materialKey="authorisation"
          label="授权委托书"
          files={person.authorisationScans}
          change={(authorisationScans) => set({ authorisationScans })}
        />
      )}
      {person.authorisation && person.authorisation !== 'paper' && (
        <Labelled label={person.authorisation === 'none' ? '怎样核实了委托' : '说明（可以不填）'}>
          {(id) => (
            <TextLine
              id={id}
              value={person.authorisationNote}
              maxLength={500}
              onChange={(event) => set({ authorisationNote: event.target.value })}
            />
          )}
        </Labelled>
      )}
    </>
  );
}
