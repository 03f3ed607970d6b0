import { moment } from '../../explain/en/words';
import type { WordsFor } from '../../registry/Judgement';
import type { EvidenceReasons, Step } from './reasons';

const steps: Readonly<Record<Step, string>> = {
  'change-record': 'that the change was recorded',
  'test-result': 'that the change was tested',
  'assessment-record': 'that the change was assessed',
  'approval-record': 'that the change was approved',
  'run-record': 'that a pipeline implemented the change',
  'verification-result': 'that the change was verified after the deployment',
};

const name = (step: string) => steps[step as Step] ?? step;

export const en: WordsFor<EvidenceReasons> = {
  checks: {
    'evidence-recorded': 'Is there evidence that it was recorded?',
    'evidence-tested': 'Is there evidence that it was tested?',
    'evidence-assessed': 'Is there evidence that it was assessed?',
    'evidence-approved': 'Is there evidence that it was approved?',
    'evidence-implemented': 'Is there evidence that a pipeline implemented it?',
    'evidence-verified': 'Is there evidence that it was verified?',
  },
  reasons: {
    'evidence-exists': ({ step, at }) =>
      `There is evidence of ${moment(at)} ${name(step)}.`,
    'evidence-missing': ({ step }) => `There is no evidence ${name(step)}.`,
    'evidence-not-due': ({ step, until }) =>
      `There is no evidence yet ${name(step)}. It is due by ${moment(until)}.`,
    'evidence-not-reported': ({ step }) =>
      `There is no evidence ${name(
        step,
      )}, and no source had reported any before the deployment.`,
  },
  advice: {
    'evidence-missing':
      'Record it in the systems that Backstage reads, and not in chat or as a picture: a change request with a review, tests, scans and a run of a pipeline, and tests after the deployment. Then deploy again.',
    'evidence-not-due':
      'Have the pipeline test the deployment and report the result.',
    'evidence-not-reported':
      'Connect a source that reports it, such as the code host, the CI system or CDEvents. Evidence from now on counts.',
  },
};
