import { Link } from '@tanstack/react-router';
import { type RecordDoor, recordDoors } from './record-doors.ts';

const places = {
  here: { sign: '✓', text: '在这里办', tone: 'good' },
  forwarded: { sign: '→', text: '由法院决定，我们转送', tone: 'wait' },
  elsewhere: { sign: '×', text: '不在这里办', tone: 'bad' },
} as const;

/** 先分清: by what people have seen, not by department; each opens who decides and where it is done, and leads on. */
export function LandingSplit() {
  return (
    <section aria-labelledby="split" className="split">
      <h2 id="split">先分清：您看到的是哪一种？</h2>
      <p>都叫“信用”，却归不同的地方管。点开与您情况一样的那一条。</p>
      <ul className="split-list plain">
        {recordDoors.map((door) => (
          <li key={door.key}>
            <details className="split-door" name="split">
              <summary>
                <span className="split-seen">{door.seen}</span>
                <Place place={door.place} />
              </summary>
              <Answer door={door} />
            </details>
          </li>
        ))}
      </ul>
      <p className="split-unsure">
        还是分不清？<Link to="/calculator">回答几个问题，自己测一测</Link>，或者到
        <Link to="/windows">就近的窗口</Link>问，都不收费。
      </p>
    </section>
  );
}

function Place({ place }: { place: RecordDoor['place'] }) {
  const { sign, text, tone } = places[place];
  return (
    <span className={`tag tag-${tone}`}>
      <span aria-hidden="true">{sign} </span>
      {text}
    </span>
  );
}

function Answer({ door }: { door: RecordDoor }) {
  return (
    <div className="split-answer">
      <dl className="split-facts">
        <div>
          <dt>在哪里公示</dt>
          <dd>{door.shown}</dd>
        </div>
        <div>
          <dt>谁决定</dt>
          <dd>{door.decides}</dd>
        </div>
        <div>
          <dt>怎么办</dt>
          <dd>{door.way}</dd>
        </div>
      </dl>
      {door.beside && <p className="small">{door.beside}</p>}
      <ul className="split-ways plain">
        {door.matters.map(([matter, text]) => (
          <li key={matter}>
            <Link to="/apply-for/$matter" params={{ matter }}>
              {text}
            </Link>
          </li>
        ))}
        {door.links?.map(([href, text]) => (
          <li key={href}>
            <a href={href} rel="noreferrer">
              {text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
