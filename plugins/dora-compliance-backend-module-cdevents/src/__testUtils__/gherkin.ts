/** A step of a scenario with its text block or table. */
export type Step = { text: string; block: string; table: string[][] };

/** A scenario, outlines already filled in with their examples. */
export type Scenario = { name: string; steps: Step[] };

/**
 * Reads as much of Gherkin as the conformance features use: outlines with
 * examples, text blocks and tables.
 */
export function parseFeature(text: string): Scenario[] {
  return text
    .split(/^\s*Scenario(?: Outline)?:\s*/m)
    .slice(1)
    .flatMap(outline => {
      const [body = '', examples = ''] = outline.split(/^\s*Examples:\s*$/m);
      const [names = [], ...rows] = parseRows(examples);
      const filled = rows.map(row =>
        names.reduce(
          (scenario, name, column) =>
            scenario.replaceAll(`<${name}>`, row[column] ?? ''),
          body,
        ),
      );
      return (names.length > 0 ? filled : [body]).map(parseScenario);
    });
}

function parseScenario(text: string): Scenario {
  const [name = '', ...lines] = text.split('\n');
  const steps: Step[] = [];
  let block: string[] | undefined;
  for (const line of lines) {
    const step = /^\s*(?:Given|When|Then|And)\s+(.*)$/.exec(line);
    const last = steps.at(-1);
    if (line.trim() === '"""') {
      if (block && last) {
        last.block = outdented(block).join('\n');
      }
      block = block ? undefined : [];
    } else if (block) {
      block.push(line);
    } else if (step) {
      steps.push({ text: (step[1] ?? '').trim(), block: '', table: [] });
    } else {
      last?.table.push(...parseRows(line));
    }
  }
  return { name: name.trim(), steps };
}

function parseRows(text: string): string[][] {
  return text
    .split('\n')
    .filter(line => line.trim().startsWith('|'))
    .map(line =>
      line
        .trim()
        .slice(1, -1)
        .split('|')
        .map(cell => cell.trim()),
    );
}

function outdented(lines: string[]): string[] {
  const indents = lines
    .filter(line => line.trim())
    .map(line => line.length - line.trimStart().length);
  return lines.map(line => line.slice(Math.min(...indents)));
}
