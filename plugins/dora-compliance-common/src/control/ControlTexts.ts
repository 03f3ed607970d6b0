import { z } from 'zod';
import type { Control } from './Control';

/**
 * The texts of a control in another language. What they say is as binding as the
 * control: none of them decides anything, so that the digest of a control does not
 * depend on them.
 *
 * @public
 */
export const ControlTexts = z.strictObject({
  title: z.string().min(1),
  objective: z.string().min(1),
  /** The texts of the assessment requirements, by their ids. */
  assess: z.record(z.string(), z.string().min(1)),
  /** As many as the control has, in the same order. */
  notCovered: z.array(z.string().min(1)).min(1).optional(),
  remediation: z.string().min(1),
});

/** @public */
export type ControlTexts = z.output<typeof ControlTexts>;

/**
 * What does not fit between a control and its texts in another language, one
 * sentence each; none if they fit.
 *
 * @public
 */
export function findTextProblems(
  { assess, notCovered = [] }: Pick<Control, 'assess' | 'notCovered'>,
  texts: ControlTexts,
): string[] {
  const ids = assess.map(({ id }) => id);
  const translated = Object.keys(texts.assess);
  const { length = 0 } = texts.notCovered ?? [];
  return [
    ...ids
      .filter(id => !translated.includes(id))
      .map(id => `assess.${id} is missing; translate the text of it`),
    ...translated
      .filter(id => !ids.includes(id))
      .map(id => `assess.${id} is no requirement of the control; remove it`),
    ...(length === notCovered.length
      ? []
      : [
          `notCovered has ${length} sentences, the control has ${notCovered.length}; translate each, in the same order`,
        ]),
  ];
}

/**
 * A control with its texts in another language; what they lack stays as it is.
 *
 * @public
 */
export function translateControl(
  control: Control,
  texts: ControlTexts | undefined,
): Control {
  if (!texts) {
    return control;
  }
  const { title, objective, remediation } = texts;
  return {
    ...control,
    ...{ title, objective, remediation },
    ...(control.notCovered && {
      notCovered: control.notCovered.map(
        (sentence, place) => texts.notCovered?.[place] ?? sentence,
      ),
    }),
    assess: control.assess.map(one => ({
      ...one,
      text: texts.assess[one.id] ?? one.text,
    })),
  };
}
