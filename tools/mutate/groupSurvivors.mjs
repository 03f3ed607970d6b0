/**
 * Groups survivors by the reason why they survive.
 *
 * @param reasons - for each reason `why`; which mutants have it, by file and a part of
 * their lines; and what Stryker puts in place of the code
 * @returns the groups, what has no reason, and the lines that have no survivor
 */
export function groupSurvivors(survivors, reasons) {
  const rules = Object.entries(reasons).flatMap(([id, { mutants = {} }]) =>
    Object.entries(mutants).flatMap(([file, texts]) =>
      texts.map(text => ({ id, file, text, isUsed: false })),
    ),
  );
  const groups = new Map(Object.keys(reasons).map(id => [id, []]));
  const unexplained = [];
  for (const survivor of survivors) {
    const rule = rules.find(
      ({ file, text }) =>
        file === survivor.file && survivor.context.includes(text),
    );
    const filler = Object.keys(reasons).find(id =>
      reasons[id].replacements?.includes(survivor.replacement),
    );
    if (rule) {
      rule.isUsed = true;
    }
    (groups.get(filler ?? rule?.id) ?? unexplained).push(survivor);
  }
  return { groups, unexplained, unused: rules.filter(rule => !rule.isUsed) };
}
