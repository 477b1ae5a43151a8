import { type ArrangementVersion, arrangement, changed, days } from './arrangement.ts';

/*
 * Source of each year: the notice as published on the State Council's site, read in copies of its full text; every day was then
 * compared with the public data set holiday-cn (by year, with the addresses of the notices), its history included for the
 * arrangements as they stood before they were changed. Both agree on every day; the data set also lists Monday 2020-02-03, which the
 * notice names as the day work begins again and which is an ordinary working day.
 */

const year2015 = arrangement(
  2015,
  // The text was read without its head; the number stands in two public registers of the notice.
  { number: '国办发明电〔2014〕28号', numberSure: 'S', issuedOn: '2014-12-16' },
  [
    ['元旦', days('2015-01', 1, 3)],
    ['春节', days('2015-02', 18, 24)],
    ['清明节', days('2015-04', 5, 6)],
    ['劳动节', days('2015-05', 1)],
    ['端午节', [...days('2015-06', 20), ...days('2015-06', 22)]],
    ['中秋节', days('2015-09', 27)],
    ['国庆节', days('2015-10', 1, 7)],
  ],
  ['2015-01-04', '2015-02-15', '2015-02-28', '2015-10-10'],
);

const year2019 = arrangement(
  2019,
  { number: '国办发明电〔2018〕15号', issuedOn: '2018-12-04', announcedOn: '2018-12-06' },
  [
    ['元旦', [...days('2018-12', 30, 31), ...days('2019-01', 1)]],
    ['春节', days('2019-02', 4, 10)],
    ['清明节', days('2019-04', 5)],
    ['劳动节', days('2019-05', 1)],
    ['端午节', days('2019-06', 7)],
    ['中秋节', days('2019-09', 13)],
    ['国庆节', days('2019-10', 1, 7)],
  ],
  ['2018-12-29', '2019-02-02', '2019-02-03', '2019-09-29', '2019-10-12'],
);

const year2020 = arrangement(
  2020,
  { number: '国办发明电〔2019〕16号', issuedOn: '2019-11-21' },
  [
    ['元旦', days('2020-01', 1)],
    ['春节', days('2020-01', 24, 30)],
    ['清明节', days('2020-04', 4, 6)],
    ['劳动节', days('2020-05', 1, 5)],
    ['端午节', days('2020-06', 25, 27)],
    ['国庆节、中秋节', days('2020-10', 1, 8)],
  ],
  ['2020-01-19', '2020-02-01', '2020-04-26', '2020-05-09', '2020-06-28', '2020-09-27', '2020-10-10'],
);

/** 2015 to 2020, each with its versions, the first announced first. */
export const years2015To2020: Readonly<Record<number, readonly ArrangementVersion[]>> = {
  2015: [
    year2015,
    changed(
      year2015,
      {
        title: '国务院关于中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日调休放假的通知',
        number: '国发明电〔2015〕1号',
        issuedOn: '2015-05-13',
      },
      ['抗日战争胜利70周年纪念日', days('2015-09', 3, 5)],
      { work: ['2015-09-06'] },
    ),
  ],
  2016: [
    arrangement(
      2016,
      { number: '国办发明电〔2015〕18号', issuedOn: '2015-12-10' },
      [
        ['元旦', days('2016-01', 1)],
        ['春节', days('2016-02', 7, 13)],
        ['清明节', days('2016-04', 4)],
        ['劳动节', days('2016-05', 1, 2)],
        ['端午节', days('2016-06', 9, 11)],
        ['中秋节', days('2016-09', 15, 17)],
        ['国庆节', days('2016-10', 1, 7)],
      ],
      ['2016-02-06', '2016-02-14', '2016-06-12', '2016-09-18', '2016-10-08', '2016-10-09'],
    ),
  ],
  2017: [
    arrangement(
      2017,
      { number: '国办发明电〔2016〕17号', issuedOn: '2016-12-01' },
      [
        ['元旦', days('2017-01', 1, 2)],
        ['春节', [...days('2017-01', 27, 31), ...days('2017-02', 1, 2)]],
        ['清明节', days('2017-04', 2, 4)],
        ['劳动节', days('2017-05', 1)],
        ['端午节', days('2017-05', 28, 30)],
        ['中秋节、国庆节', days('2017-10', 1, 8)],
      ],
      ['2017-01-22', '2017-02-04', '2017-04-01', '2017-05-27', '2017-09-30'],
    ),
  ],
  2018: [
    arrangement(
      2018,
      { number: '国办发明电〔2017〕12号', issuedOn: '2017-11-30' },
      [
        ['元旦', days('2018-01', 1)],
        ['春节', days('2018-02', 15, 21)],
        ['清明节', days('2018-04', 5, 7)],
        ['劳动节', [...days('2018-04', 29, 30), ...days('2018-05', 1)]],
        ['端午节', days('2018-06', 18)],
        ['中秋节', days('2018-09', 24)],
        ['国庆节', days('2018-10', 1, 7)],
      ],
      ['2018-02-11', '2018-02-24', '2018-04-08', '2018-04-28', '2018-09-29', '2018-09-30'],
    ),
  ],
  2019: [
    year2019,
    changed(
      year2019,
      {
        title: '国务院办公厅关于调整2019年劳动节假期安排的通知',
        number: '国办发明电〔2019〕3号',
        issuedOn: '2019-03-22',
      },
      ['劳动节', days('2019-05', 1, 4)],
      { work: ['2019-04-28', '2019-05-05'] },
    ),
  ],
  2020: [
    year2020,
    changed(
      year2020,
      {
        title: '国务院办公厅关于延长2020年春节假期的通知',
        number: '国办发明电〔2020〕1号',
        issuedOn: '2020-01-26',
        announcedOn: '2020-01-27',
      },
      ['春节', [...days('2020-01', 24, 31), ...days('2020-02', 1, 2)]],
      // Saturday 1 February was to be worked; the notice lets the holiday run over it and work begin on the 3rd.
      { noWork: ['2020-02-01'] },
    ),
  ],
};
