import { parse } from 'yaml';

/** The content of a workflow definition; undefined when it is no YAML. */
export function parseWorkflowYaml(text: string): unknown {
  try {
    return parse(text, { logLevel: 'silent' });
  } catch {
    return undefined;
  }
}
