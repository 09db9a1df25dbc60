export * from './authors/index.ts';
