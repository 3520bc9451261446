/** Where there is room for one pane only. */
export const narrowQuery = 'max-width: 56rem';
