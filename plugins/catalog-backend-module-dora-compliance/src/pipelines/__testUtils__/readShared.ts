export { readCorpusJson as readShared } from '@ict-assurance/corpora';
