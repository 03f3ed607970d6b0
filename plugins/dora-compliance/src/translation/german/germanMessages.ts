import {
  flattenMessages,
  type Translated,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import type { messages as english } from '../messages';
import { actionMessages } from './actionMessages';
import { assetActionMessages } from './assetActionMessages';
import { assetEvidenceMessages } from './assetEvidenceMessages';
import { changeMessages } from './changeMessages';
import { catalogMessages } from './catalogMessages';
import { complianceMessages } from './complianceMessages';
import { declaredMessages } from './declaredMessages';
import { dependenciesMessages } from './dependenciesMessages';
import { failureMessages } from './failureMessages';
import { fixMessages } from './fixMessages';
import { guideMessages } from './guideMessages';
import { homeMessages } from './homeMessages';
import { inventoryMessages } from './inventoryMessages';
import { lensGermanMessages } from '../../lens/lensGermanMessages';
import { listMessages } from './listMessages';
import { manualMessages } from './manualMessages';
import { partMessages } from './partMessages';
import { organizationMessages } from './organizationMessages';
import { pipelinesMessages } from './pipelinesMessages';
import { changePathMessages } from './changePathMessages';
import { printMessages } from './printMessages';
import { productionMessages } from './productionMessages';
import { timelineMessages } from './timelineMessages';
import { recordMessages } from './recordMessages';
import { scorecardMessages } from './scorecardMessages';
import { searchMessages } from './searchMessages';
import { serviceMessages } from './serviceMessages';
import { sourceActionMessages } from './sourceActionMessages';
import { sourceMessages } from './sourceMessages';
import { trendMessages } from './trendMessages';
import { whatIfMessages } from './whatIfMessages';
import { whyMessages } from './whyMessages';
import { controlsGermanMessages } from '../../controls/controlsGermanMessages';
import { auditQuestionsGermanMessages } from '../../auditQuestions/auditQuestionsGermanMessages';
import { policiesGermanMessages } from '../../policies/policiesGermanMessages';

const messages: Translated<typeof english> = {
  policies: policiesGermanMessages,
  auditQuestions: auditQuestionsGermanMessages,
  loading: 'Wird geladen',
  number: '{{value, number}}',
  joined: '{{parts, list(type: unit; style: short)}}',
  action: actionMessages,
  assetAction: assetActionMessages,
  assetEvidence: assetEvidenceMessages,
  manual: manualMessages,
  change: changeMessages,
  catalog: catalogMessages,
  compliance: complianceMessages,
  controls: controlsGermanMessages,
  declared: declaredMessages,
  dependencies: dependenciesMessages,
  failure: failureMessages,
  fix: fixMessages,
  guide: guideMessages,
  home: homeMessages,
  inventory: inventoryMessages,
  lens: lensGermanMessages,
  list: listMessages,
  part: partMessages,
  organization: organizationMessages,
  pipelines: pipelinesMessages,
  changePath: changePathMessages,
  print: printMessages,
  production: productionMessages,
  timeline: timelineMessages,
  record: recordMessages,
  scorecard: scorecardMessages,
  search: searchMessages,
  service: serviceMessages,
  source: sourceMessages,
  sourceAction: sourceActionMessages,
  trend: trendMessages,
  whatIf: whatIfMessages,
  why: whyMessages,
};

export default flattenMessages(messages);
