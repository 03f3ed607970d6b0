import type {
  ControlDocument,
  ControlView,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { BothLanguages } from './readControls';

type Provision = ControlView['provisions'][number];

/** What a document says of a control. */
export function describeControl({ en, de }: BothLanguages) {
  return {
    controlId: en.id,
    code: en.code,
    controlTitle: en.title,
    controlTitleDe: de.title,
  };
}

/** A control as it is found, by words of both languages and by articles. */
export function toControlDocument(control: BothLanguages): ControlDocument {
  const { en, de } = control;
  const provisions = en.provisions.map(nameProvision).join(', ');
  return {
    about: 'control',
    title: `${en.code} ${en.title}`,
    text: [listTexts(en), listTexts(de), provisions].join(' '),
    location: `/controls/${encodeURIComponent(en.id)}`,
    ...describeControl(control),
    objective: en.objective,
    objectiveDe: de.objective,
    provisions,
    severity: en.severity['critical-or-important'],
  };
}

function listTexts(control: ControlView): string {
  const { title, objective, assess, remediation } = control;
  return [
    title,
    objective,
    ...assess.map(({ text }) => text),
    remediation,
  ].join(' ');
}

/** `DORA Article 9(4)(e)`, as people search for it. */
function nameProvision({ act, ref }: Provision): string {
  if (ref === 'whole') {
    return act;
  }
  return /^\d/.test(ref) ? `${act} Article ${ref}` : `${act} ${ref}`;
}
