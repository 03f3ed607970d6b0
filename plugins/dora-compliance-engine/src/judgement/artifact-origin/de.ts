import { form, moment, number } from '../../explain/de/words';
import type { WordsFor } from '../../registry/Judgement';
import type { OriginReasons } from './reasons';

const pastThePipeline =
  'Möglicherweise hat jemand die Produktion unmittelbar verändert.';

export const de: WordsFor<OriginReasons> = {
  checks: { 'artifact-deployed': 'Hat eine Pipeline es bereitgestellt?' },
  reasons: {
    'artifact-deployed': ({ artifact, environment, deployed }) =>
      `Eine Pipeline hat ${artifact} am ${moment(
        deployed,
      )} in ${environment} bereitgestellt.`,
    'artifact-never-deployed': ({ artifact, environment, digest }) =>
      `${artifact} läuft in ${environment} mit dem Digest ${digest}, aber keine Pipeline hat ein Deployment davon gemeldet. ${pastThePipeline}`,
    'artifact-replaced': ({ artifact, environment, digest, deployed }) =>
      `${artifact} läuft in ${environment} mit dem Digest ${digest}, aber eine Pipeline hat am ${moment(
        deployed,
      )} eine andere Version bereitgestellt. ${pastThePipeline}`,
    'artifact-without-digest': ({ artifact, environment }) =>
      `Die Plattform meldet keinen Digest von ${artifact} in ${environment}. Ein Vergleich mit dem, was bereitgestellt wurde, ist daher nicht möglich.`,
    'deployments-unheard': ({ artifact, environment }) =>
      `${artifact} läuft in ${environment}, aber noch nie hat eine Pipeline ein Deployment dieses IKT-Assets dorthin gemeldet.`,
    'deployments-without-digest': ({ artifact, environment, count }) =>
      `${artifact} läuft in ${environment}, und ${form(count, {
        one: 'das gemeldete Deployment nennt',
        other: `die ${number(count)} gemeldeten Deployments nennen`,
      })} keinen Digest. Ob eine Pipeline es bereitgestellt hat, ist daher nicht bekannt.`,
  },
  advice: {
    'artifact-never-deployed':
      'Ermitteln, wer die Produktion verändert hat, und die gewünschte Version über die Pipeline bereitstellen. Mit dem nächsten Lesen der Umgebung ist die Kontrolle erfüllt.',
    'artifact-without-digest':
      'Das Artefakt anhand seines Digests bereitstellen oder die Plattform Digests melden lassen.',
    'artifact-replaced':
      'Die Pipeline das Artefakt jedes Deployments nennen lassen und die gewünschte Version erneut bereitstellen.',
    'deployments-unheard':
      'Die Pipeline Deployments in diese Umgebung melden lassen, unter demselben Namen wie die Plattform.',
    'deployments-without-digest':
      'Die Pipeline mit jedem Deployment den Digest des Artefakts melden lassen.',
  },
};
