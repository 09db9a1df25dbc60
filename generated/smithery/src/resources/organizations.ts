export * from './organizations/index.ts';
