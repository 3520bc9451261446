/* What the page is made of, fetched when it is first opened. */
export { default as PerformanceActions } from './PerformanceActions.svelte';
export { default as PerformanceContent } from './PerformanceContent.svelte';
