import type { ConsoleMessage, Page } from '@playwright/test';

/** Collects what should never be: console errors and warnings, exceptions, requests to elsewhere. */
export const complaintsOf = (page: Page): readonly string[] => {
  const complaints: string[] = [];
  const isBad = (message: ConsoleMessage): boolean => ['error', 'warning', 'assert'].includes(message.type());
  page.on('console', (message) => isBad(message) && complaints.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(`exception: ${error.message}`));
  page.on('requestfailed', (request) => complaints.push(`failed: ${request.url()}`));
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (protocol !== 'data:' && hostname !== '127.0.0.1') complaints.push(`elsewhere: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
  });
  return complaints;
};
