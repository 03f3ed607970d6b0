import {
  Area,
  areaTitles,
  type Control,
  Criticality,
  expandProvisionRef,
  type Parameter,
  type Provision,
  type ProvisionIndex,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

const HEADING = `# Controls

Made from the files of the controls; do not edit. They are in
\`plugins/dora-compliance-backend-module-controls/controls\`. _Requires_: the law states
the outcome. _Supports_: the control is one reasonable means to it. What a provision
says is in words of our own; read the act before you rely on it. An organization can
set other parameters ([how](../guides/controls.md#parameters)).`;

/** The page of all controls, by area. */
export function writeReference(
  controls: readonly Control[],
  index: ProvisionIndex,
): string {
  const areas = Area.options
    .map(area => ({
      title: areaTitles[area],
      controls: controls.filter(({ lens }) => lens.area === area),
    }))
    .filter(area => area.controls.length > 0);
  const sections = areas.flatMap(area => [
    `## ${area.title}`,
    ...area.controls.map(control => writeControl(control, index)),
  ]);
  return `${[HEADING, ...sections].join('\n\n')}\n`;
}

function writeControl(control: Control, index: ProvisionIndex): string {
  const { code, title, objective, severity, regimes = ['full'] } = control;
  const { parameters = {}, notCovered = [], crosswalks = [] } = control;
  return [
    `### ${code} ${title}`,
    objective,
    `Severity: ${levels(severity)}. Regimes: ${regimes.join(', ')}. Id: \`${
      control.id
    }\`.`,
    section(
      'Legal basis',
      control.provisions.map(one => writeProvision(one, index)),
    ),
    section(
      'Requirements',
      control.assess.map(({ text, assert }) => `${text} \`${assert}\``),
    ),
    section('Parameters', Object.entries(parameters).map(writeParameter)),
    section('Not assessed', notCovered),
    section(
      'Other frameworks, for information',
      crosswalks.map(({ framework, ref }) => `${framework}: ${ref}`),
    ),
    `How to fix it: ${control.remediation}`,
  ]
    .filter(Boolean)
    .join('\n\n');
}

function section(title: string, items: readonly string[]): string {
  const lines = items.map(item => `- ${item.trim()}`);
  return lines.length > 0 ? `${title}:\n\n${lines.join('\n')}` : '';
}

function writeProvision(provision: Provision, index: ProvisionIndex): string {
  const { act, ref, relation, regimes } = provision;
  const texts = expandProvisionRef(ref).map(one => index[act]?.[one] ?? '');
  const only = regimes ? ` (${regimes.join(', ')})` : '';
  return `${relation} ${act} ${ref}${only}: ${texts.join(' ')}`;
}

function writeParameter([name, parameter]: [string, Parameter]): string {
  const { basis } = parameter;
  const from = basis === 'policy' ? 'policy' : `${basis.act} ${basis.ref}`;
  return `\`${name}\`: ${levels(parameter)}; basis: ${from}`;
}

/** One value if it is the same for all levels of criticality. */
function levels(values: Readonly<Record<Criticality, unknown>>): string {
  const texts = Criticality.options.map(level => String(values[level]));
  return new Set(texts).size === 1
    ? String(texts[0])
    : Criticality.options
        .map((level, place) => `${texts[place]} (${level})`)
        .join(', ');
}
