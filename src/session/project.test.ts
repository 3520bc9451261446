import { describe, expect, it } from 'vitest';
import { findPlace } from '../project/directories';
import { Project } from './project';
import { aSource } from './testing';

describe('a project', () => {
  it('is the files at hand, and another one when these change', () => {
    const project = new Project();
    const files = [aSource('dir/a.xosc', { origin: 'found' })];
    expect(findPlace(project, 'dir', 'dir/b.xosc', 'file').found).toBe('unknown');
    project.renew(() => files);
    const { epoch } = project;
    expect(project.sourceAt('dir/a.xosc')).toBe(files[0]);
    expect(findPlace(project, 'dir', 'dir/b.xosc', 'file').found).toBe('nothing');
    files.push(aSource('dir/b.xosc', { origin: 'found' }));
    project.renew(() => files);
    expect(project.epoch).toBeGreaterThan(epoch);
    expect(findPlace(project, 'dir', 'dir/b.xosc', 'file').found).toBe('file');
  });

  it('is gone through only when somebody asks', () => {
    const project = new Project();
    let listed = 0;
    for (let times = 0; times < 5; times++) {
      project.renew(() => {
        listed += 1;
        return [];
      });
    }
    expect(listed).toBe(0);
    project.list('');
    project.list('dir');
    expect(listed).toBe(1);
  });

  it('is complete when everything has come that was expected', async () => {
    const project = new Project();
    expect(project.listing).toBeNull();
    const ends = [project.expectMore(), project.expectMore()];
    let complete = false;
    const waiting = project.listing?.then(() => (complete = true));
    ends[0]?.();
    ends[0]?.();
    await Promise.resolve();
    expect(project.listing).not.toBeNull();
    expect(complete).toBe(false);
    ends[1]?.();
    await waiting;
    expect(complete).toBe(true);
    expect(project.listing).toBeNull();
  });
});
