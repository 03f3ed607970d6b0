const ROMAN = [
  'i',
  'ii',
  'iii',
  'iv',
  'v',
  'vi',
  'vii',
  'viii',
  'ix',
  'x',
  'xi',
  'xii',
];

/**
 * The single provisions that a reference names: `30(2)-(3)` is `30(2)` and
 * `30(3)`. A range that can't be counted stays as it is, so that no index has it.
 *
 * @public
 */
export function expandProvisionRef(ref: string): string[] {
  const [head = '', ...others] = ref.split(',');
  const [start = '', end] = head.split('-');
  const stem = start.slice(0, Math.max(start.lastIndexOf('('), 0));
  if (others.length > 0) {
    return [head, ...others.map(item => `${stem}${item}`)];
  }
  const items = end && countFrom(start.slice(stem.length), end);
  return items ? items.map(item => `${stem}(${item})`) : [ref];
}

/** Points from the first to the last; `v` to `ix` are numbers, `f` to `h` letters. */
function countFrom(from: string, to: string): string[] | undefined {
  const [first = '', last = ''] = [from, to].map(one =>
    one.replace(/[()]/g, ''),
  );
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  const numbers = Array.from({ length: 100 }, (_, place) => `${place}`);
  const series = [ROMAN, letters, numbers].find(
    one => one.includes(first) && one.includes(last),
  );
  const items = series?.slice(series.indexOf(first), series.indexOf(last) + 1);
  return items && items.length > 1 ? items : undefined;
}
