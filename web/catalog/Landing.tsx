import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { buttonClass } from '../ui/Button.tsx';
import { useScreenFocus } from '../ui/Page.tsx';
import { LandingSplit } from './LandingSplit.tsx';
import { useChannelVisit } from './use-channel.ts';

/** The first screen: what this is and for whom, what people take for it, and every way in. It asks the server for nothing. */
export function Landing() {
  useChannelVisit('landing');
  const heading = useScreenFocus<HTMLHeadingElement>();
  useEffect(() => {
    document.title = '信用修复一件事 · 江西';
  }, []);
  return (
    <>
      <div className="hero">
        <div className="hero-inner">
          <div>
            <p className="hero-zone">高效办成一件事 · 信用修复</p>
            <h1 ref={heading} tabIndex={-1}>
              被处罚、被列入名单？
              <br />
              先看看能不能修复
            </h1>
            <p>全省的失信信息一次查清，几条一起申请，只填一张表。</p>
            <div className="hero-acts">
              <Link className={buttonClass('primary', true)} to="/records">
                查我的记录
              </Link>
              <Link className={buttonClass('secondary', true)} to="/calculator">
                不登录，自己测一测
              </Link>
            </div>
            <p className="hero-free">
              <strong>免费办理，从未委托任何机构。</strong>
              <span className="small">有人收钱“包修复”的，都不是我们。</span>
            </p>
          </div>
          <FirstTime />
        </div>
      </div>
      <div className="landing">
        <LandingSplit />
        <Doors />
        <Ways />
      </div>
    </>
  );
}

function FirstTime() {
  return (
    <section className="first-time" aria-labelledby="first-time">
      <h2 id="first-time">什么是信用修复？</h2>
      <p>
        单位或者个人受了行政处罚、被列入失信名单，会在网上公示，影响投标、贷款、办证。
        <strong>改正了、履行了义务</strong>
        ，就可以申请提前停止公示、移出名单，这就是信用修复。
      </p>
      <p className="small">
        不是“洗白”，也不能跳过改正；有的满一定时间会自动停止公示，不用申请。
        <Link to="/guide">看每一种怎么办</Link>
      </p>
    </section>
  );
}

const doors = [
  ['/guide', '看办理指引', '每一种：谁能办、要什么、多久、找谁'],
  ['/progress', '查进度', '用申请编号和查询码，不用登录'],
  ['/verify', '验文书真伪', '决定书、通知书上的验证码'],
  ['/windows', '窗口在哪里', '不方便上网，到哪里当面办'],
  ['/public', '公示查询', '看一家单位现在还公示着什么'],
  ['/applications', '我的申请', '接着填、补材料、下载文书'],
] as const;

function Doors() {
  return (
    <section aria-labelledby="doors">
      <h2 id="doors">还可以</h2>
      <ul className="doors">
        {doors.map(([to, title, text]) => (
          <li key={to}>
            <Link to={to} className="door">
              <strong>{title}</strong>
              <span>{text}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

const ways = [
  ['登录，看记录', '每一条都告诉您：能不能修复、为什么、哪一天起可以。'],
  ['勾选，一次申请', '一张表、一份承诺、一次签名。政府已有的材料不用您交。'],
  ['等结果', '每一步、每个期限都看得到；缺什么一次告诉您。'],
  ['停止公示', '准予修复后，各平台停止公示，回执给您看。'],
] as const;

function Ways() {
  return (
    <section aria-labelledby="ways">
      <h2 id="ways">怎么办</h2>
      <ol className="ways">
        {ways.map(([title, text]) => (
          <li key={title}>
            <strong>{title}</strong>
            <span className="small">{text}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
