import { api } from './base-api'
import { paged } from './paging'
import type { Category, CreateTask, Page, Task, TaskCard } from './types'

export interface TaskFilters {
  q?: string
  category?: Category
  skill?: string
  budgetMin?: number
  budgetMax?: number
  budgetType?: 'fixed' | 'hourly'
  deadlineBefore?: string
  location?: string
  sort?: 'newest' | 'deadline'
}

export const tasksApi = api.injectEndpoints({
  endpoints: (build) => ({
    searchTasks: build.infiniteQuery<Page<TaskCard>, TaskFilters, string | null>({
      infiniteQueryOptions: paged<TaskCard>(),
      query: ({ queryArg, pageParam }) => ({ url: '/tasks', params: { ...queryArg, cursor: pageParam } }),
      providesTags: [{ type: 'Task', id: 'LIST' }],
    }),
    myTasks: build.infiniteQuery<Page<TaskCard>, void, string | null>({
      infiniteQueryOptions: paged<TaskCard>(),
      query: ({ pageParam }) => ({ url: '/tasks/mine', params: { cursor: pageParam } }),
      providesTags: [{ type: 'Task', id: 'LIST' }],
    }),
    task: build.query<Task, string>({
      query: (taskId) => ({ url: `/tasks/${taskId}` }),
      providesTags: (_result, _error, id) => [{ type: 'Task', id }],
    }),
    createTask: build.mutation<Task, { body: CreateTask; idempotencyKey: string }>({
      query: ({ body, idempotencyKey }) => ({ url: '/tasks', method: 'POST', body, idempotencyKey }),
      invalidatesTags: [{ type: 'Task', id: 'LIST' }],
    }),
  }),
})

export const { useSearchTasksInfiniteQuery, useMyTasksInfiniteQuery, useTaskQuery, useCreateTaskMutation } =
  tasksApi
