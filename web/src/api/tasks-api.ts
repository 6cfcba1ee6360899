import { api } from './base-api'
import { type Cursor, get, pages, post } from './endpoint'
import type { BudgetType, Category, CreateTask, Page, TaskCard } from './types'

export interface TaskFilters {
  q?: string
  category?: Category
  skill?: string
  budgetMin?: number
  budgetMax?: number
  budgetType?: BudgetType
  deadlineBefore?: string
  location?: string
  sort?: 'newest' | 'deadline'
}

export const tasksApi = api.injectEndpoints({
  endpoints: (build) => ({
    searchTasks: build.infiniteQuery<Page<TaskCard>, TaskFilters, Cursor>({
      ...pages('/v1/tasks', (query: TaskFilters) => ({ query })),
      providesTags: [{ type: 'Task', id: 'LIST' }],
    }),
    myTasks: build.infiniteQuery<Page<TaskCard>, void, Cursor>({
      ...pages('/v1/tasks/mine'),
      providesTags: [{ type: 'Task', id: 'LIST' }],
    }),
    task: build.query({
      ...get('/v1/tasks/{taskId}', (taskId: string) => ({ path: { taskId } })),
      providesTags: (_result, _error, id) => [{ type: 'Task', id }],
    }),
    createTask: build.mutation({
      ...post('/v1/tasks', (given: { body: CreateTask; idempotencyKey: string }) => given),
      // It counts in the client's record.
      invalidatesTags: [{ type: 'Task', id: 'LIST' }, 'Profile'],
    }),
  }),
})

export const { useSearchTasksInfiniteQuery, useMyTasksInfiniteQuery, useTaskQuery, useCreateTaskMutation } =
  tasksApi
